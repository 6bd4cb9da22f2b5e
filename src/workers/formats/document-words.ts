/** Failures of an archive said of a document, where they are named for the workbook they would be of. */
import { type FailureReason, StoryglassError } from '../../shared/failure/failure.ts'

const documentReasons: Readonly<Partial<Record<FailureReason, FailureReason>>> = {
  encrypted_workbook: 'encrypted_document',
  damaged_workbook: 'damaged_document',
  old_workbook: 'old_document',
  not_a_workbook: 'not_a_document',
  unsupported_kind: 'not_a_document',
}

/** Any other error is given back as it is. */
export function inWordsOfDocuments(error: unknown): unknown {
  const reason = error instanceof StoryglassError ? documentReasons[error.reason] : undefined
  if (!(error instanceof StoryglassError) || reason === undefined) return error
  return new StoryglassError(reason, error.detail, { cause: error })
}
