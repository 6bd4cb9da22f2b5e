/** Totals and remarks below a table, which are no records of it. */
import type { GridRow } from '../../tables/grid/grid.ts'

export interface Footer {
  readonly rows: number
  readonly totals: number
  readonly totalsText: string
  readonly remarks: number
  readonly remarksText: string
}

const totalWord =
  /^(?:grand |sub-?|overall )?(?:total|totals|sum|sums|subtotal|average|mean)s?\b|^(?:gesamt|summe|insgesamt|zwischensumme|somme|totaux|suma|totale|totaal|итого|всего|合計|总计|합계)/iu
const remarkWord =
  /^(?:source|sources|notes?|remarks?|quelle|anmerkung|hinweis|fuente|nota|generated|exported|printed|last updated|page \d|©|\*|†|¹|\d\))/iu

/**
 * Looks at the last rows of a table from the bottom up. A row of totals names itself and holds figures. A remark is a single
 * text in a table of at least three columns that is long, apart, or says what it is. At least one row is always left.
 */
export function findFooter(tail: readonly GridRow[], width: number): Footer {
  const totals: string[] = []
  const remarks: string[] = []
  let index = tail.length - 1
  for (; index > 0; index--) {
    const row = tail[index]
    const above = tail[index - 1]
    if (row === undefined || above === undefined) break
    const text = rowText(row)
    if (isTotal(row, tail.slice(Math.max(0, index - 10), index))) totals.unshift(text)
    else if (isRemark(row, above, width)) remarks.unshift(text)
    else break
  }
  return {
    rows: totals.length + remarks.length,
    totals: totals.length,
    totalsText: totals.join(' · '),
    remarks: remarks.length,
    remarksText: remarks.join(' · '),
  }
}

function isTotal(row: GridRow, above: readonly GridRow[]): boolean {
  const [first, ...rest] = row.cells
  if (first === undefined || first.kind !== 'text' || !totalWord.test(first.text.trim())) return false
  if (!rest.some(({ kind }) => kind === 'number')) return false
  // A category called Total that also stands further up is a record like the others.
  const word = first.text.trim().toLowerCase()
  return !above.some(({ cells }) =>
    cells.some(
      ({ column, kind, text }) => column === first.column && kind === 'text' && text.trim().toLowerCase() === word,
    ),
  )
}

function isRemark(row: GridRow, above: GridRow, width: number): boolean {
  const [only, second] = row.cells
  if (width < 3 || only === undefined || second !== undefined || !only.words || only.kind !== 'text') return false
  const text = only.text.trim()
  return row.row - above.row > 1 || text.length > 40 || remarkWord.test(text)
}

function rowText(row: GridRow): string {
  return row.cells.map(({ text }) => text.trim()).join(' ')
}
