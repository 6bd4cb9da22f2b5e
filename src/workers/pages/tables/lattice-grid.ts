/** The text of a page into the cells of a lattice, and rows that have no lines between them told apart. */
import { bottom, type Fragment, right, top } from '../layout/fragment.ts'
import { dataShare } from './content.ts'
import { type Cell, cellOf, type Grid } from './grid.ts'
import type { Lattice, LatticeCell } from './lattice.ts'
import { filledColumns, type RowGroup, toRowGroups } from './row-groups.ts'
import { nearest, type Span } from './span.ts'
import { part, placeIn, textOf, toTextRows } from './text-rows.ts'

/** Points by which text may stand over the outer lines. */
const margin = 3

export function insideOf(fragment: Fragment, columns: readonly Span[], rows: readonly Span[]): boolean {
  const [x, y] = [fragment.x + fragment.width / 2, (top(fragment) + bottom(fragment)) / 2]
  const isIn = (value: number, spans: readonly Span[]): boolean =>
    value >= (spans[0]?.from ?? 0) - margin && value <= (spans.at(-1)?.to ?? 0) + margin
  return isIn(x, columns) && isIn(y, rows)
}

/** Every fragment within the lattice stands in one of its cells, those over a line cut at a space. */
export function toLatticeGrid(lattice: Lattice, fragments: readonly Fragment[]): Grid {
  const contents = new Map<LatticeCell, Fragment[]>(lattice.cells.map((cell) => [cell, []]))
  const cellsByPlace = placesOf(lattice)
  const at = (fragment: Fragment, x: number): LatticeCell | undefined => {
    const row = placeAmong((top(fragment) + bottom(fragment)) / 2, lattice.rows)
    return cellsByPlace[row]?.[placeAmong(x, lattice.columns)]
  }
  for (const fragment of fragments.filter((one) => insideOf(one, lattice.columns, lattice.rows))) {
    for (const piece of cutAtLines(fragment, (x) => at(fragment, x))) {
      const cell = at(piece, piece.x + piece.width / 2)
      if (cell !== undefined) contents.get(cell)?.push(piece)
    }
  }
  const grid: Grid = {
    found: 'ruled',
    columns: lattice.columns,
    rows: lattice.rows,
    cells: lattice.cells.map((cell) => cellOf(cell, contents.get(cell) ?? [])),
    ruledBelow: lattice.ruledBelow.map((one, index) => one && index < lattice.rows.length - 1),
    namedRows: 0,
  }
  return withRowsApart(grid, (cell) => contents.get(lattice.cells[cell] as LatticeCell) ?? [])
}

function placesOf(lattice: Lattice): LatticeCell[][] {
  const places: LatticeCell[][] = lattice.rows.map(() => [])
  for (const cell of lattice.cells) {
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columns; column += 1) {
        const line = places[row]
        if (line !== undefined) line[column] = cell
      }
    }
  }
  return places
}

function placeAmong(value: number, spans: readonly Span[]): number {
  const place = spans.findIndex((one) => value < one.to)
  return place < 0 ? spans.length - 1 : place
}

/** pdf.js gives the text of two cells as one piece where they stand close. */
function cutAtLines(fragment: Fragment, cellAt: (x: number) => LatticeCell | undefined): Fragment[] {
  const inset = 0.1 * fragment.size
  if (cellAt(fragment.x + inset) === cellAt(right(fragment) - inset)) return [fragment]
  const words = [...fragment.text.matchAll(/\S+/gu)].map((word) => ({
    from: word.index,
    to: word.index + word[0].length,
  }))
  const groups: { from: number; to: number; cell: LatticeCell | undefined }[] = []
  for (const { from, to } of words) {
    const places = [placeIn(fragment, from), placeIn(fragment, to)]
    const x = fragment.x + ((places[0] ?? 0) + (places[1] ?? 0)) / 2
    const cell = cellAt(fragment.rightToLeft ? right(fragment) - (x - fragment.x) : x)
    const last = groups.at(-1)
    if (last !== undefined && last.cell === cell) last.to = to
    else groups.push({ from, to, cell })
  }
  return groups.length <= 1 ? [fragment] : groups.map(({ from, to }) => part(fragment, from, to))
}

/** Rows in which several rows of text stand, each with its own data, as where only columns are ruled. */
function withRowsApart(grid: Grid, contentOf: (cell: number) => readonly Fragment[]): Grid {
  const rows: Span[] = []
  const ruledBelow: boolean[] = []
  const cells: Cell[] = []
  /** Where each row of the grid begins among the new ones. */
  const starts: number[] = []
  for (const [row, span] of grid.rows.entries()) {
    starts.push(rows.length)
    const members = [...grid.cells.keys()].filter((index) => {
      const cell = grid.cells[index]
      return cell !== undefined && cell.row <= row && row < cell.row + cell.rows
    })
    const groups = members.every((index) => grid.cells[index]?.rows === 1)
      ? apartRows(members.flatMap(contentOf), grid.columns)
      : null
    if (groups === null) {
      rows.push(span)
      ruledBelow.push(grid.ruledBelow[row] ?? false)
      continue
    }
    const start = rows.length
    for (const [index, group] of groups.entries()) {
      const before = groups[index - 1]
      const after = groups[index + 1]
      rows.push({
        from: before === undefined ? span.from : (before.bottom + group.top) / 2,
        to: after === undefined ? span.to : (group.bottom + after.top) / 2,
      })
      ruledBelow.push(index === groups.length - 1 && (grid.ruledBelow[row] ?? false))
      for (const member of members) {
        const { column = 0, columns = 1 } = grid.cells[member] ?? {}
        const content = contentOf(member).filter((one) => isIn(one, rows.at(-1) ?? span))
        cells.push(cellOf({ row: start + index, column, columns, rows: 1 }, content))
      }
    }
  }
  const end = (row: number): number => starts[row] ?? rows.length
  const splitRows = new Set(grid.rows.keys().filter((row) => end(row + 1) - end(row) > 1))
  const others = grid.cells
    .filter((cell) => !splitRows.has(cell.row))
    .map((cell) => ({ ...cell, row: end(cell.row), rows: end(cell.row + cell.rows) - end(cell.row) }))
  return {
    ...grid,
    rows,
    ruledBelow,
    cells: [...others, ...cells].sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

function isIn(fragment: Fragment, { from, to }: Span): boolean {
  const y = (top(fragment) + bottom(fragment)) / 2
  return y >= from && y < to
}

/** The rows that stand in one; null where it is one, of several lines. */
function apartRows(fragments: readonly Fragment[], columns: readonly Span[]): RowGroup[] | null {
  const textRows = toTextRows(fragments).filter((row) => row.segments.some((one) => textOf(one.fragments) !== ''))
  if (textRows.length < 2) return null
  const groups = toRowGroups(textRows, columns, [], false)
  if (groups.length < 2) return null
  const filled = groups.map((group) => filledColumns(group, columns))
  const used = new Set(filled.flatMap((one) => [...one]))
  const complete = filled.filter((one) => one.size >= Math.max(2, 0.6 * used.size)).length
  if (complete < 0.7 * groups.length) return null
  const hasData = [...used].some((column) => {
    const texts = groups.flatMap((group) =>
      group.segments.filter((one) => nearest(one, columns) === column).map((one) => one.text),
    )
    return column > 0 && texts.length >= 0.7 * groups.length && dataShare(texts) >= 0.9
  })
  return hasData ? groups : null
}
