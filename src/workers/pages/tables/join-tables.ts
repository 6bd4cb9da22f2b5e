/** Tables that go on over page breaks put together, and each told as rows of equal length. */
import type { DocumentTable } from '../../../shared/document/document.ts'
import type { FoundCell, FoundTable } from '../../../shared/document/found-table.ts'
import { headerNames } from './headers.ts'

/** A table over all its pages: cells and rows counted through. */
export interface JoinedTable {
  readonly first: FoundTable
  readonly cells: readonly FoundCell[]
  readonly rowCount: number
  readonly headerRows: number
  /** Each further page, and the first of its rows among all. */
  readonly continuations: readonly { readonly table: FoundTable; readonly firstRow: number }[]
}

/** Points by which columns of one table may lie elsewhere on the next page. */
const columnShift = 6
const continued = /\(?\s*(?:continued|cont['’.]?d?\.?|fortsetzung|suite|continuación|segue)\s*\)?/iu

/**
 * `found`: the tables of all pages in the order of the document. A table at the foot of a page and one at the head of the
 * next are one when their columns are the same and the second has no name or header of its own; a header said again is
 * left out. Tables that were only kept for that are dropped where they continue none.
 */
export function joinTables(found: readonly FoundTable[]): DocumentTable[] {
  return joinOverPages(found).map(toDocumentTable)
}

export function joinOverPages(found: readonly FoundTable[]): JoinedTable[] {
  const tables: JoinedTable[] = []
  for (const table of found) {
    const before = tables.findLastIndex((one) => goesOn(one, table))
    const open = tables[before]
    if (open !== undefined) tables[before] = appended(open, table)
    else if (!table.tentative || table.atBottom) {
      tables.push({
        first: table,
        cells: table.cells,
        rowCount: table.rowCount,
        headerRows: table.headerRows,
        continuations: [],
      })
    }
  }
  return tables.filter((one) => !one.first.tentative || one.continuations.length > 0)
}

function goesOn(open: JoinedTable, next: FoundTable): boolean {
  const last = open.continuations.at(-1)?.table ?? open.first
  if (last.page + 1 !== next.page || !last.atBottom || !next.atTop) return false
  if (last.columnCount !== next.columnCount) return false
  if (next.caption !== null && !continued.test(next.caption) && next.caption !== open.first.caption) return false
  const repeated = repeatedRows(open, next)
  if (repeated === 0 && next.headerShown && next.headerRows > 0 && open.headerRows > 0) return false
  return repeated > 0 || (last.found === next.found && haveSameColumns(last, next))
}

/**
 * Columns lie one below the other, all moved by the same distance at most: margins differ on left and right pages. Told
 * by the white between them, as columns are as wide as their text, and by one end of each.
 */
function haveSameColumns(a: FoundTable, b: FoundTable): boolean {
  const starts = a.columnSpans.map(([from], index) => (b.columnSpans[index]?.[0] ?? 0) - from)
  const ends = a.columnSpans.map(([, to], index) => (b.columnSpans[index]?.[1] ?? 0) - to)
  const shift = [...starts, ...ends].sort((x, y) => x - y)[starts.length] ?? 0
  const between = (table: FoundTable, index: number, moved: number): readonly [number, number] => {
    const edges = [...(table.columnSpans[index] ?? []), ...(table.columnSpans[index + 1] ?? [])].sort((x, y) => x - y)
    return [(edges[1] ?? 0) + moved, (edges[2] ?? 0) + moved]
  }
  return starts.every((start, index) => {
    const [mine, theirs] = [between(a, index, shift), between(b, index, 0)]
    const meet =
      index === starts.length - 1 || Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0]) >= -columnShift
    return meet && Math.min(Math.abs(start - shift), Math.abs((ends[index] ?? 0) - shift)) <= columnShift
  })
}

/** Rows at the head of `next` that say the header again. */
function repeatedRows(open: JoinedTable, next: FoundTable): number {
  const header = rowsOf(open.cells, open.first.columnCount, open.headerRows)
  const again = rowsOf(next.cells, next.columnCount, Math.min(open.headerRows, next.rowCount))
  const isSame = header.length === again.length && header.every((row, index) => same(row, again[index] ?? []))
  return isSame ? header.length : 0
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.some((text) => text !== '') && a.every((text, index) => text === b[index])
}

function appended(open: JoinedTable, next: FoundTable): JoinedTable {
  const dropped = repeatedRows(open, next)
  const firstRow = open.rowCount
  const cells = next.cells
    .filter((cell) => cell.row >= dropped)
    .map((cell) => ({ ...cell, row: cell.row - dropped + firstRow }))
  return {
    ...open,
    cells: [...open.cells, ...cells],
    rowCount: firstRow + next.rowCount - dropped,
    continuations: [...open.continuations, { table: next, firstRow }],
  }
}

/** Text of the first `count` rows; a cell that spans several places stands in each. */
export function rowsOf(cells: readonly FoundCell[], columnCount: number, count: number): string[][] {
  const rows = Array.from({ length: count }, () => Array<string>(columnCount).fill(''))
  for (const cell of cells) {
    for (let row = cell.row; row < Math.min(count, cell.row + cell.rows); row += 1) {
      rows[row]?.fill(cell.text, cell.column, cell.column + cell.columns)
    }
  }
  return rows
}

function toDocumentTable({ first, cells, rowCount, headerRows, continuations }: JoinedTable): DocumentTable {
  const rows = rowsOf(cells, first.columnCount, rowCount)
  const header = rows.slice(0, headerRows)
  const joined = headerRows === 0 ? rows : [headerNames(header), ...rows.slice(headerRows)]
  const saved = headerRows === 0 ? 0 : headerRows - 1
  return {
    page: first.page,
    box: first.box,
    header: headerRows > 0,
    rows: joined,
    ...(continuations.length === 0
      ? {}
      : {
          continuations: continuations.map(({ table, firstRow }) => ({
            page: table.page,
            box: table.box,
            firstRow: firstRow - saved,
          })),
        }),
    found: first.found,
    caption: first.caption,
  }
}
