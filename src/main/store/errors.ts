/** What SQLite's result codes mean to a person. */
import { type FailureReason, StoryglassError } from '../../shared/failure/failure.ts'

/** The reason behind an error thrown by SQLite; null when it is none, or a fault of ours. */
export function storeFailureReason(error: unknown): FailureReason | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (typeof code !== 'string' || !code.startsWith('SQLITE_')) return null
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return 'library_busy'
  if (code.startsWith('SQLITE_FULL')) return 'disk_full'
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN')) return 'disk_read_only'
  if (code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH')) return 'disk_not_permitted'
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return 'library_damaged'
  // Where the shared index of the log could not grow.
  if (code === 'SQLITE_IOERR_SHMSIZE') return 'disk_full'
  if (code.startsWith('SQLITE_IOERR')) return 'disk_error'
  return null
}

/** `error` as an expected failure where SQLite explains it; otherwise `error` itself. */
export function explainStoreError(error: unknown): unknown {
  const reason = storeFailureReason(error)
  if (reason === null || !(error instanceof Error)) return error
  return new StoryglassError(reason, error.message, { cause: error })
}
