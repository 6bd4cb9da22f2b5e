/** Tables beside each other, with a blank column between them. */
import { findHeader } from './find-header.ts'
import { byColumn, type Grid, type GridRow, lookAt, shareOfWords, textOf } from './grid.ts'

const headRows = 120

/** The grid's columns, parted where tables stand beside each other; one part where there is one table. */
export function partColumns(grid: Grid): readonly (readonly number[])[] {
  const [firstRow = 0, lastRow = 0] = [grid.rows[0], grid.rows.at(-1)]
  const parts: number[][] = []
  for (const group of groupsOf(grid.columns)) {
    const left = parts.at(-1)
    const window = (columns: readonly number[]): Grid => grid.window(columns, firstRow, lastRow)
    if (left !== undefined && !areTwoTables(window(left), window(group))) left.push(...group)
    else parts.push([...group])
  }
  return parts
}

/** Runs of neighbouring columns. */
export function groupsOf(columns: readonly number[]): number[][] {
  const groups: number[][] = []
  for (const column of columns) {
    const group = groups.at(-1)
    if (group === undefined || column !== (group.at(-1) ?? column) + 1) groups.push([column])
    else group.push(column)
  }
  return groups
}

interface Side {
  readonly names: readonly string[]
  readonly rows: readonly number[]
  /** Whether the first column tells the rows apart by words, and another holds figures. */
  readonly hasKeyAndFigures: boolean
}

/**
 * Both have a header of their own over two columns or more, and: rows that begin or end elsewhere, names that come again,
 * or labels of their own that tell the rows apart. A blank column inside one table is none of these.
 */
function areTwoTables(left: Grid, right: Grid): boolean {
  const [one, other] = [sideOf(left), sideOf(right)]
  if (one === null || other === null) return false
  const repeated = other.names.filter((name) => one.names.includes(name)).length
  if (repeated > 0 && repeated >= other.names.length / 2) return true
  if (!other.hasKeyAndFigures) return false
  const length = Math.min(one.rows.length, other.rows.length)
  const isElsewhere =
    one.rows[0] !== other.rows[0] ||
    one.rows.length !== other.rows.length ||
    one.rows.slice(0, length).some((row, index) => row !== other.rows[index])
  return isElsewhere || one.hasKeyAndFigures
}

function sideOf(grid: Grid): Side | null {
  if (grid.columns.length < 2) return null
  const head = grid.read(0, lookAt(grid, headRows))
  const header = findHeader(head, grid.merges)
  if (header === null || header.rows === 0) return null
  const names = head[header.dataFrom - 1]?.cells ?? []
  const records = head.slice(header.dataFrom)
  if (names.length < 2 || names.some(({ words }) => !words) || records.length < 2) return null
  return {
    names: names.map(textOf),
    rows: records.map(({ row }) => row),
    hasKeyAndFigures:
      distinguishes(records, names[0]?.column ?? 0) && names.some(({ column }) => isFigures(records, column)),
  }
}

function distinguishes(records: readonly GridRow[], column: number): boolean {
  const cells = byColumn(records).get(column) ?? []
  const texts = cells.map(textOf)
  return new Set(texts).size === texts.length && texts.length >= records.length - 1 && shareOfWords(cells) >= 0.5
}

function isFigures(records: readonly GridRow[], column: number): boolean {
  return shareOfWords(byColumn(records).get(column)) < 0.5
}
