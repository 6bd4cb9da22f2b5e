/** Opens a PDF to learn what it says of itself. */
import type { OpenedDocument } from '../../../shared/document/document.ts'
import type { DocumentFile } from '../../pages/document-file.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { describePdf } from './describe-pdf.ts'
import { loadPdfLibrary } from './library.ts'
import { withPdf } from './open.ts'

export async function openPdf(
  source: DocumentFile,
  password: string | null,
  context: WorkContext,
): Promise<OpenedDocument> {
  const library = await loadPdfLibrary()
  return withPdf(source, password, (pdf) => describePdf(pdf, library, context))
}
