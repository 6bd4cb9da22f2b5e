/** The tables of a PDF page, from its text and what is drawn on it. */
import type { FoundTable } from '../../../shared/document/found-table.ts'
import { findTables } from '../../pages/tables/find-tables.ts'
import { noRulings } from '../../pages/tables/ruling.ts'
import { findTurnedTables } from '../../pages/tables/turned-tables.ts'
import type { PdfLibrary, PdfPage } from './library.ts'
import type { PageFragments } from './page-text.ts'
import { type OperatorList, rulingsOf } from './rulings.ts'

/** `operators`: null where what is drawn is not known; tables are then told by their text alone. */
export function tablesOfPage(
  page: PdfPage,
  library: PdfLibrary,
  text: PageFragments,
  operators: OperatorList | null,
): FoundTable[] {
  const { width, height } = page.getViewport({ scale: 1 })
  const rulings = operators === null ? noRulings : rulingsOf(operators, page, library)
  const place = { number: page.pageNumber, width, height, rulings }
  return [...findTables({ ...place, fragments: text.upright }), ...findTurnedTables(place, text.turned)]
}
