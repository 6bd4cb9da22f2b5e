import { promises } from '../../../shared/file-formats/formats.ts'
import type { PagedReader } from '../reader.ts'

/** A PDF may have up to so many other bytes before its mark. */
const bytesBeforeMark = 1024

export const pdfReader = {
  recognition: {
    signature: (head) => head.subarray(0, bytesBeforeMark).includes('%PDF-'),
    // One that lost its mark may still be read.
    unmarked: true,
    text: { traces: ({ start, name }) => promises(name, 'pdf') && /\bendobj\b/u.test(start) },
  },
  convert: async (source, options, context) => (await import('./convert-pdf.ts')).convertPdf(source, options, context),
  open: async (source, password, context) => (await import('./open-pdf.ts')).openPdf(source, password, context),
  readPages: async (input, context) => (await import('./read-pages.ts')).readPdfPages(input, context),
} as const satisfies PagedReader
