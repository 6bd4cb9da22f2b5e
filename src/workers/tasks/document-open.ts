/** The task `document-open`: what a document says of itself before its pages are read. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { OpenedDocument } from '../../shared/document/document.ts'
import { isPaged } from '../../shared/file-formats/formats.ts'
import { pagedReader } from '../formats/readers.ts'
import { documentKind } from '../formats/recognition/document-kind.ts'
import type { WorkContext } from '../runtime/context.ts'

/**
 * Throws why the file cannot be read, `encrypted_document` and `damaged_document` among the reasons. A document that is
 * flowed has no pages before it is converted, and nothing more is asked of it here.
 */
export async function openDocument(
  { source, password }: TaskMap['document-open']['input'],
  context: WorkContext,
): Promise<OpenedDocument> {
  const kind = await documentKind(source)
  if (isPaged(kind)) return pagedReader(kind).open(source, password, context)
  return { kind, title: null, language: null, metadata: {}, outline: [], pageCount: 0, pages: [], warnings: [] }
}
