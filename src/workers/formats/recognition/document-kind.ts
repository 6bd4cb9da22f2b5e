/** What kind of document a file is: the one decision of the import stage, asked by those who want pages. */
import type { DocumentKind } from '../../../shared/document/kinds.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { DocumentFile } from '../../pages/document-file.ts'
import { decideKind } from './kind.ts'

/**
 * Throws why it cannot be read: missing, empty, a picture, `encrypted_document`, `old_document`; `not_a_document` for
 * another archive, a workbook, or a text whose name says it is a table: those are told.
 */
export async function documentKind(source: DocumentFile): Promise<DocumentKind> {
  const decision = await decideKind(source, 'document')
  if (decision.pipeline !== 'document') throw new StoryglassError('not_a_document', `a table (${decision.kind})`)
  return decision.kind
}
