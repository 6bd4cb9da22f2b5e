/** The tables of a PDF file as the product finds them, without its jobs and images. */
import { readFile } from 'node:fs/promises'
import type { FoundTable } from '../../../src/shared/document/found-table.ts'
import { loadPdfLibrary } from '../../../src/workers/document/pdf/library.ts'
import { withPdf } from '../../../src/workers/document/pdf/open.ts'
import { readPageText } from '../../../src/workers/document/pdf/page-text.ts'
import { rulingsOf } from '../../../src/workers/document/pdf/rulings.ts'
import { findTables } from '../../../src/workers/document/tables/find-tables.ts'

const limitMs = 30_000

export interface ReadTables {
  readonly found: readonly FoundTable[]
  readonly pages: number
  /** Milliseconds spent in finding, all pages together: lines, and tables from them. */
  readonly linesMs: number
  readonly findingMs: number
}

export async function readTables(file: string, mostPages = 50): Promise<ReadTables> {
  const library = await loadPdfLibrary()
  const bytes = (await readFile(file)).length
  return withPdf({ path: file, name: file, bytes }, null, async (pdf) => {
    const found: FoundTable[] = []
    let [linesMs, findingMs, pages] = [0, 0, 0]
    for (let number = 1; number <= Math.min(pdf.numPages, mostPages); number += 1) {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const text = await readPageText(page, library, limitMs, AbortSignal.timeout(limitMs))
      const operators = await page.getOperatorList()
      const started = performance.now()
      const rulings = rulingsOf(operators, page, library)
      const between = performance.now()
      found.push(...findTables({ number, width, height, fragments: text.upright, rulings }))
      findingMs += performance.now() - between
      linesMs += between - started
      pages += 1
      page.cleanup()
    }
    return { found, pages, linesMs, findingMs }
  })
}
