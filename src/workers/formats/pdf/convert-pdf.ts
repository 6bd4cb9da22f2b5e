/** A PDF to its document in one go, in one thread: what `document-open`, `-pages` and `-assemble` do, put together. */
import type { DocumentPart } from '../../../shared/document/part.ts'
import { assemble } from '../../pages/assemble.ts'
import type { ConvertDocument } from '../../pages/document-file.ts'
import { describePdf } from './describe-pdf.ts'
import { loadPdfLibrary } from './library.ts'
import { withPdf } from './open.ts'
import { eachPage, makeImageFolders } from './read-pages.ts'

/** Throws `encrypted_document`, `damaged_document` (also when not one page can be read), `too_large`, `empty_file`. */
export const convertPdf: ConvertDocument = async (source, { outputDir, password }, context) => {
  const library = await loadPdfLibrary()
  return withPdf(source, password, async (pdf) => {
    const opened = await describePdf(pdf, library, context)
    if (outputDir !== null) await makeImageFolders(outputDir)
    const parts = new Map<number, DocumentPart>()
    const numbers = opened.pages.map((page) => page.number)
    await eachPage(pdf, library, numbers, outputDir, context, async (part) => {
      parts.set(part.number, withoutPieces(part))
    })
    const read = async (number: number): Promise<DocumentPart> => {
      const part = parts.get(number)
      if (part === undefined) throw new Error(`Page ${number} was never read`)
      return part
    }
    // Its progress is the pages'; putting them together is no further step to be seen.
    const silent = { ...context, progress: () => undefined }
    return assemble(opened, { read, keepLines: async () => undefined }, silent)
  })
}

/** Most of a part, and of no use where lines are not kept: a long document is held in memory here. */
function withoutPieces(part: DocumentPart): DocumentPart {
  if (part.reading === null) return part
  return { ...part, reading: { ...part.reading, lines: part.reading.lines.map((line) => ({ ...line, pieces: [] })) } }
}
