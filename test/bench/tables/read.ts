/** The tables of a PDF file as the product finds them, without its jobs and images. */
import { readFile } from 'node:fs/promises'
import type { FoundTable } from '../../../src/shared/document/found-table.ts'
import { deadlineIn } from '../../../src/workers/formats/pdf/deadline.ts'
import { loadPdfLibrary } from '../../../src/workers/formats/pdf/library.ts'
import { withPdf } from '../../../src/workers/formats/pdf/open.ts'
import { tablesOfPage } from '../../../src/workers/formats/pdf/page-tables.ts'
import { readPageText } from '../../../src/workers/formats/pdf/page-text.ts'

const limitMs = 30_000

export interface ReadTables {
  readonly found: readonly FoundTable[]
  readonly pages: number
  /** Milliseconds spent in finding, all pages together, reading the text and drawing left out. */
  readonly findingMs: number
}

export async function readTables(file: string, mostPages = 50): Promise<ReadTables> {
  const library = await loadPdfLibrary()
  const bytes = (await readFile(file)).length
  return withPdf({ path: file, name: file, bytes }, null, async (pdf) => {
    const found: FoundTable[] = []
    let [findingMs, pages] = [0, 0]
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number)
      const text = await readPageText(page, library, deadlineIn(limitMs), AbortSignal.timeout(limitMs))
      const operators = await page.getOperatorList()
      const started = performance.now()
      found.push(...tablesOfPage(page, library, text, operators))
      findingMs += performance.now() - started
      pages += 1
      page.cleanup()
    }
    return { found, pages, findingMs }
  })
}
