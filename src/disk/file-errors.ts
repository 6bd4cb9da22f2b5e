/** What the operating system's file errors mean to a person. */
import { type FailureReason, StoryglassError } from '../shared/failure/failure.ts'

const readingReasons: Readonly<Record<string, FailureReason>> = {
  ENOENT: 'file_missing',
  ENOTDIR: 'file_missing',
  EISDIR: 'is_folder',
  EACCES: 'file_unreadable',
  EPERM: 'file_unreadable',
  EBUSY: 'file_unreadable',
  EIO: 'file_unreadable',
  ELOOP: 'bad_path',
  ENAMETOOLONG: 'bad_path',
  ERR_INVALID_ARG_VALUE: 'bad_path',
}

const writingReasons: Readonly<Record<string, FailureReason>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EIO: 'disk_error',
  EACCES: 'disk_not_permitted',
  EPERM: 'disk_not_permitted',
  EROFS: 'disk_read_only',
  ENOTDIR: 'disk_read_only',
}

/** `error` as an expected failure where its code explains it (the detail says which file); otherwise `error` itself. */
export function explainFileError(error: unknown, doing: 'reading' | 'writing'): unknown {
  if (error instanceof StoryglassError || !(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const reason = (doing === 'reading' ? readingReasons : writingReasons)[code]
  return reason === undefined ? error : new StoryglassError(reason, error.message, { cause: error })
}
