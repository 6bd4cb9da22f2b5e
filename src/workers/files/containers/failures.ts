/** Why a container cannot be unpacked. */
import { type FailureDetail, StoryglassError } from '../../../shared/failure/failure.ts'

export function damagedArchive(why: FailureDetail, cause?: unknown): StoryglassError {
  return new StoryglassError('damaged_archive', why, cause === undefined ? undefined : { cause })
}

/** Errors of zlib and yauzl mean damage; those of the file system and our own keep their meaning. */
export function asArchiveDamage(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoryglassError) return asArchiveReason(error)
  const code = (error as NodeJS.ErrnoException).code
  const isOfContent = code === undefined || code.startsWith('Z_') || code.startsWith('ZSTD_') || code.startsWith('ERR_')
  return isOfContent ? damagedArchive(error.message, error) : error
}

/** The reader of zip packages names its failures for the workbooks it was made for. */
function asArchiveReason(error: unknown): unknown {
  if (!(error instanceof StoryglassError)) return error
  if (error.reason === 'damaged_workbook') return damagedArchive(error.detail ?? '', error)
  if (error.reason === 'encrypted_workbook') {
    return new StoryglassError('encrypted_archive', error.detail, { cause: error })
  }
  return error
}
