/** Pages written down as they are seen: text at places, lines and grounds, for the finder of tables. */
import type { FoundTable } from '../../../../../src/shared/document/found-table.ts'
import type { Fragment } from '../../../../../src/workers/pages/layout/fragment.ts'
import { rowsOf } from '../../../../../src/workers/pages/tables/join-tables.ts'
import type { Ruling, Shade } from '../../../../../src/workers/pages/tables/ruling.ts'
import type { TablePage } from '../../../../../src/workers/pages/tables/table-page.ts'

/** Points a letter takes at size 10. */
const letter = 5

/** `x`: its left end; with `alignedRight`, its right one. */
export function text(x: number, y: number, content: string, alignedRight = false): Fragment {
  const width = letter * content.length
  const isHebrew = /\p{Script=Hebrew}/u.test(content)
  return {
    ...{ text: content, x: alignedRight ? x - width : x, y, width, size: 10 },
    ...{ rightToLeft: isHebrew, spaceAfter: false },
  }
}

/** A row of text a line of `rows`, cells at `xs`; an empty string leaves the place empty. */
export function texts(
  xs: readonly number[],
  top: number,
  distance: number,
  rows: readonly (readonly string[])[],
): Fragment[] {
  return rows.flatMap((row, index) =>
    row.flatMap((content, column) => (content === '' ? [] : [text(xs[column] ?? 0, top + index * distance, content)])),
  )
}

export function across(at: number, from: number, to: number): Ruling {
  return { direction: 'horizontal', at, from, to, thickness: 1 }
}

export function down(at: number, from: number, to: number): Ruling {
  return { direction: 'vertical', at, from, to, thickness: 1 }
}

export function gridLines(xs: readonly number[], ys: readonly number[]): Ruling[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [...ys.map((y) => across(y, left, right)), ...xs.map((x) => down(x, top, bottom))]
}

export function pageOf(
  fragments: readonly Fragment[],
  lines: readonly Ruling[] = [],
  shades: readonly Shade[] = [],
): TablePage {
  return { number: 1, width: 595, height: 842, fragments, rulings: { lines, shades } }
}

/** Rows of text, what spans several places in each. */
export function rowsIn(table: FoundTable | undefined): string[][] {
  return table === undefined ? [] : rowsOf(table.cells, table.columnCount, table.rowCount)
}
