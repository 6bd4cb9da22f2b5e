/**
 * Ruled tables: the grid that crossing lines make, cells merged where the line between them is missing.
 *
 * After A. Nurminen, Algorithmic extraction of data in tables in PDF documents (Tampere University of Technology, 2013),
 * section 4: edges are snapped, joined and crossed; instead of looking for the smallest rectangles, the places of the
 * whole grid are joined where nothing is drawn between them, so that lines missing at the outside do no harm.
 */
import type { Edge, Edges } from './edges.ts'
import { positionsOf } from './edges.ts'
import { joined, overlap, type Span } from './span.ts'

export interface LatticeCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface Lattice {
  readonly columns: readonly Span[]
  readonly rows: readonly Span[]
  readonly cells: readonly LatticeCell[]
  /** Of each row, whether the line below it runs through the whole width. */
  readonly ruledBelow: readonly boolean[]
  readonly edges: Edges
}

/** Points by which lines that are meant to meet may miss each other. */
const tolerance = 3
/** Of the side of a cell: a line along so much of it closes it. */
const closing = 0.7
/** Points beyond the last crossing line at which there is a further, open column or row. */
const openMargin = 6
const mostPlaces = 20_000

/** One for each group of lines that cross. A group that encloses nothing has none. */
export function latticesOf(edges: Edges): Lattice[] {
  return crossingGroups(edges).flatMap((group) => {
    const lattice = latticeOf(group)
    return lattice === null ? [] : [lattice]
  })
}

function crossingGroups({ horizontal, vertical }: Edges): Edges[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    parents[index] = root
    return root
  }
  for (const [h, across] of horizontal.entries()) {
    for (const [v, down] of vertical.entries()) {
      if (cross(across, down)) parents[rootOf(h)] = rootOf(horizontal.length + v)
    }
  }
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>()
  const groupOf = (index: number): { horizontal: Edge[]; vertical: Edge[] } => {
    const root = rootOf(index)
    const group = groups.get(root) ?? { horizontal: [], vertical: [] }
    groups.set(root, group)
    return group
  }
  for (const [index, edge] of horizontal.entries()) groupOf(index).horizontal.push(edge)
  for (const [index, edge] of vertical.entries()) groupOf(horizontal.length + index).vertical.push(edge)
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0)
}

function cross(across: Edge, down: Edge): boolean {
  return (
    down.at >= across.from - tolerance &&
    down.at <= across.to + tolerance &&
    across.at >= down.from - tolerance &&
    across.at <= down.to + tolerance
  )
}

function latticeOf(edges: Edges): Lattice | null {
  const columns = intervals(edges.vertical, edges.horizontal)
  const rows = intervals(edges.horizontal, edges.vertical)
  if (columns.length * rows.length > mostPlaces || columns.length * rows.length < 2) return null
  const drawnAt = (along: readonly Edge[], ends: readonly Span[]): Span[][] =>
    ends.map(({ to }) =>
      joined(
        along.filter((one) => Math.abs(one.at - to) <= tolerance),
        tolerance,
      ),
    )
  const isClosed = (drawn: readonly Span[] | undefined, side: Span): boolean =>
    (drawn ?? []).reduce((sum, one) => sum + Math.max(0, overlap(one, side)), 0) >= closing * (side.to - side.from)
  const [rightOf, below] = [drawnAt(edges.vertical, columns), drawnAt(edges.horizontal, rows)]
  const closedRight = rows.map((row) => columns.map((_, index) => isClosed(rightOf[index], row)))
  const closedBelow = rows.map((_, index) => columns.map((column) => isClosed(below[index], column)))
  return {
    columns,
    rows,
    cells: mergedCells(rows.length, columns.length, closedRight, closedBelow),
    ruledBelow: closedBelow.map((row) => row.every(Boolean)),
    edges,
  }
}

/** Between the positions of lines, and beyond them as far as the lines across reach. */
function intervals(lines: readonly Edge[], across: readonly Edge[]): Span[] {
  const positions = positionsOf(lines.map((one) => one.at))
  const [first = 0, last = 0] = [positions[0], positions.at(-1)]
  const [from, to] = [Math.min(...across.map((one) => one.from)), Math.max(...across.map((one) => one.to))]
  const all = [...(from < first - openMargin ? [from] : []), ...positions, ...(to > last + openMargin ? [to] : [])]
  return all.slice(1).map((end, index) => ({ from: all[index] ?? 0, to: end }))
}

function mergedCells(
  rowCount: number,
  columnCount: number,
  closedRight: readonly (readonly boolean[])[],
  closedBelow: readonly (readonly boolean[])[],
): LatticeCell[] {
  const owner = Array.from({ length: rowCount * columnCount }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (owner[root] !== root) root = owner[root] ?? root
    owner[index] = root
    return root
  }
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1) {
      const place = row * columnCount + column
      if (column + 1 < columnCount && closedRight[row]?.[column] === false) owner[rootOf(place)] = rootOf(place + 1)
      if (row + 1 < rowCount && closedBelow[row]?.[column] === false) owner[rootOf(place)] = rootOf(place + columnCount)
    }
  }
  const groups = new Map<number, number[]>()
  for (const place of owner.keys()) {
    const group = groups.get(rootOf(place))
    if (group === undefined) groups.set(rootOf(place), [place])
    else group.push(place)
  }
  const cells = [...groups.values()].flatMap((places): LatticeCell[] => {
    const [rows, columns] = [places.map((one) => Math.floor(one / columnCount)), places.map((one) => one % columnCount)]
    const [row, column] = [Math.min(...rows), Math.min(...columns)]
    const whole = { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 }
    return whole.rows * whole.columns === places.length ? [whole] : byRow(places, columnCount)
  })
  return cells.sort((a, b) => a.row - b.row || a.column - b.column)
}

/** Places that make no rectangle: each stretch of a row is a cell. */
function byRow(places: readonly number[], columnCount: number): LatticeCell[] {
  const cells: LatticeCell[] = []
  for (const place of [...places].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(place / columnCount), place % columnCount]
    const last = cells.at(-1)
    if (last !== undefined && last.row === row && last.column + last.columns === column) {
      cells[cells.length - 1] = { ...last, columns: last.columns + 1 }
    } else cells.push({ row, column, rows: 1, columns: 1 })
  }
  return cells
}
