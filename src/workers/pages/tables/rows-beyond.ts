/** Rows of a table above its first line and below its last: where only some rows are ruled, or every second has a ground. */
import { isCaption } from './captions.ts'
import { isDatum } from './content.ts'
import { mostHeaderRows } from './headers.ts'
import { nearest, overlap, type Span } from './span.ts'
import type { TextRow } from './text-rows.ts'

/** Heights of the text between a line, or what belongs to the table, and text that still does. */
const farthest = 1.6
/** Heights of the text between two lines of one cell. */
const nextLine = 0.7

/** Rows of several texts, one close below the other, from `edge` down. */
export function near(rows: readonly TextRow[], edge: number): TextRow[] {
  let lowest = edge
  const end = rows.findIndex((row) => {
    const isNear = row.top - lowest <= farthest * row.size && row.segments.length > 1
    lowest = row.bottom
    return !isNear
  })
  return end < 0 ? [...rows] : rows.slice(0, end)
}

/** Of `rows`, from the top down: those close below the last line in the columns of the table. */
export function rowsBelow(rows: readonly TextRow[], lastLine: number, columns: readonly Span[]): TextRow[] {
  const below: TextRow[] = []
  let [lowest, end] = [lastLine, 0]
  for (const row of rows) {
    const white = row.top - lowest
    if (white > farthest * row.size || !isOfTable(row, columns)) break
    below.push(row)
    // What stands alone belongs to a row below it, or goes on with a cell of the row above it.
    if (row.segments.length > 1 || (end === below.length - 1 && end > 0 && white <= nextLine * row.size)) {
      end = below.length
    }
    lowest = Math.max(lowest, row.bottom)
  }
  return below.slice(0, end)
}

/**
 * Where the first row below the first line is one of data: the rows close above that line, down from the highest of several
 * texts. `members`: the rows of the table so far.
 */
export function rowsAbove(
  rows: readonly TextRow[],
  members: readonly TextRow[],
  [top = 0, second = 0]: readonly number[],
  columns: readonly Span[],
): TextRow[] {
  const first = members.filter((row) => (row.top + row.bottom) / 2 > top && (row.top + row.bottom) / 2 < second)
  if (!first.some((row) => row.segments.slice(1).some((one) => isDatum(one.text)))) return []
  const above: TextRow[] = []
  let [highest, start, several] = [top, 0, 0]
  for (const row of rows.filter((one) => one.bottom - 0.3 * one.size < top).reverse()) {
    const isNear = highest - row.bottom <= farthest * row.size
    if (!isNear || !isOfTable(row, columns) || several >= mostHeaderRows) break
    above.push(row)
    if (row.segments.length > 1) {
      several += 1
      start = above.length
    }
    highest = Math.min(highest, row.top)
  }
  return above.slice(0, start).reverse()
}

/** Every text in a column; one alone not in the first, in which headings and notes begin. */
function isOfTable(row: TextRow, columns: readonly Span[]): boolean {
  const [first] = row.segments
  if (first === undefined || isCaption(first.text) || !standsIn(row, columns)) return false
  return row.segments.length > 1 || nearest(first, columns) > 0
}

/** Every text of the row in a column, none over the white between two. */
export function standsIn(row: TextRow, columns: readonly Span[]): boolean {
  return row.segments.every((one) => columns.filter((column) => overlap(one, column) > 0.5 * row.size).length <= 1)
}
