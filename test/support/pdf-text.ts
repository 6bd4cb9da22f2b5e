/** What a PDF says, page by page, read by pdf.js alone: none of this program's own reading of documents is in between. */
import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export async function textOfPdf(file: string): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), useSystemFonts: true, verbosity: 0 })
  try {
    const document = await task.promise
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''))
    }
    return pages
  } finally {
    await task.destroy()
  }
}
