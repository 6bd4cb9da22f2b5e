/** A grid to the table that is kept of a page: its header, caption, direction and place on the page. */
import type { Box } from '../../../shared/document/document.ts'
import type { FoundCell, FoundTable } from '../../../shared/document/found-table.ts'
import { captionOf } from './captions.ts'
import { type Grid, keep } from './grid.ts'
import { headerOf } from './headers.ts'
import type { Shade } from './ruling.ts'
import { overlap } from './span.ts'
import type { TablePage } from './table-page.ts'
import type { TextRow } from './text-rows.ts'

export interface PlacedGrid {
  readonly grid: Grid
  readonly box: Box
  readonly tentative: boolean
}

/** Share of the page's height at head and foot in which what runs through all pages stands. */
const runningShare = 0.12
const mostRunning = 3

/** `others`: the rows of the page's text that are in no table, from the top down. */
export function finishTable(
  { grid: found, box, tentative }: PlacedGrid,
  page: TablePage,
  others: readonly TextRow[],
): FoundTable {
  const { grid, title } = withoutTitle(found)
  const header = headerOf(grid, groundsOf(grid, page.rulings.shades))
  const isFromRight =
    grid.cells.filter((cell) => cell.rightToLeft).length > grid.cells.filter((cell) => cell.text !== '').length / 4
  const columnCount = grid.columns.length
  const columns = isFromRight ? [...grid.columns].reverse() : grid.columns
  const cells = grid.cells.map(({ row, column, rows, columns: across, text }): FoundCell => {
    const [first, last] = [grid.columns[column], grid.columns[column + across - 1]]
    const [head, foot] = [grid.rows[row], grid.rows[row + rows - 1]]
    return {
      row,
      column: isFromRight ? columnCount - column - across : column,
      rows,
      columns: across,
      text,
      box: rounded([first?.from ?? 0, head?.from ?? 0, last?.to ?? 0, foot?.to ?? 0]),
    }
  })
  return {
    page: page.number,
    box: rounded(box),
    found: grid.found,
    rowCount: grid.rows.length,
    columnCount,
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    headerRows: header.rows,
    headerShown: header.shown,
    columnSpans: columns.map(({ from, to }): [number, number] => [hundredth(from), hundredth(to)]),
    caption: captionOf(box, others) ?? title,
    ...placeOnPage(box, page, others),
    tentative,
  }
}

/** A first row that is one cell across the whole table names the table. */
function withoutTitle(grid: Grid): { readonly grid: Grid; readonly title: string | null } {
  const first = grid.cells.filter((cell) => cell.row === 0)
  const [only] = first
  const isTitle =
    first.length === 1 && only !== undefined && only.rows === 1 && grid.columns.length > 1 && grid.rows.length > 2
  if (!isTitle) return { grid, title: null }
  const kept = grid.rows.map((_, row) => row > 0)
  return {
    grid: keep(
      grid,
      kept,
      grid.columns.map(() => true),
    ),
    title: only.text,
  }
}

/** The colour that most of a row stands on, null for none. */
function groundsOf(grid: Grid, shades: readonly Shade[]): (string | null)[] {
  const across = { from: grid.columns[0]?.from ?? 0, to: grid.columns.at(-1)?.to ?? 0 }
  const width = across.to - across.from
  return grid.rows.map((row) => {
    const y = (row.from + row.to) / 2
    const widths = new Map<string, number>()
    for (const { left, top, right, bottom, colour } of shades) {
      if (top > y || bottom < y) continue
      const shared = Math.max(0, overlap({ from: left, to: right }, across))
      widths.set(colour, (widths.get(colour) ?? 0) + shared)
    }
    const [most] = [...widths].sort((a, b) => b[1] - a[1])
    return most !== undefined && most[1] >= 0.6 * width ? most[0] : null
  })
}

function placeOnPage(
  [, top, , bottom]: Box,
  page: TablePage,
  others: readonly TextRow[],
): Pick<FoundTable, 'atTop' | 'atBottom'> {
  const above = others.filter((row) => row.bottom <= top + 2)
  const below = others.filter((row) => row.top >= bottom - 2)
  const isFree = (rows: readonly TextRow[], isRunning: (row: TextRow) => boolean): boolean =>
    rows.length <= mostRunning && rows.every(isRunning)
  return {
    atTop: isFree(above, (row) => row.bottom < runningShare * page.height),
    atBottom: isFree(below, (row) => row.top > (1 - runningShare) * page.height),
  }
}

function hundredth(points: number): number {
  return Math.round(points * 100) / 100
}

function rounded([left, top, right, bottom]: Box): Box {
  return [hundredth(left), hundredth(top), hundredth(right), hundredth(bottom)]
}
