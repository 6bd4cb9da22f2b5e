import { promises } from '../../../shared/file-formats/formats.ts'
import type { PagedReader } from '../reader.ts'
import { convertPdf } from './convert-pdf.ts'
import { describePdf } from './describe-pdf.ts'
import { loadPdfLibrary } from './library.ts'
import { withPdf } from './open.ts'
import { readPdfPages } from './read-pages.ts'

/** A PDF may have up to so many other bytes before its mark. */
const bytesBeforeMark = 1024

export const pdfReader = {
  recognition: {
    signature: (head) => head.subarray(0, bytesBeforeMark).includes('%PDF-'),
    // One that lost its mark may still be read.
    unmarked: true,
    text: { traces: ({ start, name }) => promises(name, 'pdf') && /\bendobj\b/u.test(start) },
  },
  convert: convertPdf,
  open: async (source, password, context) => {
    const library = await loadPdfLibrary()
    return withPdf(source, password, (pdf) => describePdf(pdf, library, context))
  },
  readPages: readPdfPages,
} as const satisfies PagedReader
