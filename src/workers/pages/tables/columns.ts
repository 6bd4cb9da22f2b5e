/**
 * Columns by the white between them: stretches of the line that no text, or hardly any, of the rows stands in.
 *
 * The projection profile of table recognition (as in J. Hu et al., Medium-independent table detection, 2000), with the
 * rows of a header left out that span several columns.
 */

import { length, type Span } from './span.ts'
import type { TextRow } from './text-rows.ts'

export interface FoundColumns {
  /** As wide as their text, from left to right. */
  readonly columns: readonly Span[]
  /** Rows at the top that were left out because they stand across columns. */
  readonly above: number
}

export interface ColumnOptions {
  /** In heights of the text: white this wide lies between columns. */
  readonly narrowestGutter: number
  /** Places of drawn vertical lines and sides: columns end there where no text runs over them. */
  readonly verticals: readonly number[]
  /** Rows that may be left out at the top. */
  readonly mostAbove: number
}

/** One row in so many may stand across a gutter: a note, a heading within the table. */
const rowsAcross = 10

export function findColumns(rows: readonly TextRow[], options: ColumnOptions): FoundColumns {
  let best: FoundColumns = { columns: columnsOf(rows, options), above: 0 }
  for (let above = 1; above <= options.mostAbove && rows.length - above >= 2; above += 1) {
    const columns = columnsOf(rows.slice(above), options)
    if (columns.length > best.columns.length) best = { columns, above }
  }
  return best
}

function columnsOf(rows: readonly TextRow[], { narrowestGutter, verticals }: ColumnOptions): Span[] {
  const several = rows.filter((row) => row.segments.length > 1)
  // What stands alone in its row is a heading or goes on from the row above: it tells no columns.
  const decisive = several.length >= 2 ? several : rows
  const most = Math.floor(decisive.length / rowsAcross)
  const size = usualSize(decisive)
  const covered = coverage(decisive).filter((one) => one.count > most)
  const columns: Span[] = []
  for (const one of covered) {
    const last = columns.at(-1)
    const isApart = last !== undefined && one.from - last.to >= narrowestGutter * size
    const isDivided =
      last !== undefined && one.from > last.to && verticals.some((at) => at >= last.to - 0.5 && at <= one.from + 0.5)
    if (last === undefined || isApart || isDivided) columns.push({ from: one.from, to: one.to })
    else columns[columns.length - 1] = { from: last.from, to: one.to }
  }
  return columns.filter((one) => length(one) > 0)
}

function usualSize(rows: readonly TextRow[]): number {
  const sizes = rows.map((row) => row.size).sort((a, b) => a - b)
  return sizes[Math.floor(sizes.length / 2)] ?? 0
}

/** Stretches and how many rows have text there, from left to right. */
function coverage(rows: readonly TextRow[]): (Span & { readonly count: number })[] {
  const changes = rows
    .flatMap((row) => row.segments.flatMap(({ from, to }) => [[from, 1] as const, [to, -1] as const]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1])
  const stretches: (Span & { readonly count: number })[] = []
  let count = 0
  let from = Number.NEGATIVE_INFINITY
  for (const [at, change] of changes) {
    if (count > 0 && at > from) stretches.push({ from, to: at, count })
    count += change
    from = at
  }
  return stretches
}
