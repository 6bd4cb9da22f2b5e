/** The task `document-open`: what a document says of itself before its pages are read. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { OpenedDocument } from '../../shared/document/document.ts'
import { describePdf } from '../formats/pdf/describe-pdf.ts'
import { loadPdfLibrary } from '../formats/pdf/library.ts'
import { withPdf } from '../formats/pdf/open.ts'
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
  if (kind === 'pdf') {
    const library = await loadPdfLibrary()
    return withPdf(source, password, (pdf) => describePdf(pdf, library, context))
  }
  return { kind, title: null, language: null, metadata: {}, outline: [], pageCount: 0, pages: [], warnings: [] }
}
