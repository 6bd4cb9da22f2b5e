/** Remarks that stand beside a table, behind a blank column: no column of it. */
import { type Grid, textOf } from './grid.ts'
import { groupsOf } from './side-by-side.ts'

export interface RemarksBeside {
  /** The columns that are left. */
  readonly columns: readonly number[]
  readonly text: string
}

/** A sheet of more rows is not looked through for them. */
const mostRows = 20_000
const fewestRows = 3

/** Null where none stand there: a single text in columns of its own, in a row in which the columns before have two cells or more. */
export function remarksBeside(grid: Grid): RemarksBeside | null {
  const groups = groupsOf(grid.columns)
  const [first, last] = [grid.rows[0] ?? 0, grid.rows.at(-1) ?? 0]
  if (groups.length < 2 || grid.rows.length > mostRows) return null
  const columns: number[] = []
  const texts: string[] = []
  for (const group of groups) {
    const rows = group.length > 1 ? [] : grid.window(group, first, last).read(0, 2)
    const [only] = rows
    const cell = only?.cells[0]
    const isAlone = rows.length === 1 && only !== undefined && cell?.words === true
    if (isAlone && columns.length > 1 && standsBeside(grid, columns, only.row)) texts.push(textOf(cell))
    else columns.push(...group)
  }
  return texts.length === 0 ? null : { columns, text: texts.join(' · ') }
}

function standsBeside(grid: Grid, columns: readonly number[], row: number): boolean {
  const known = new Set(columns)
  const full = grid
    .read(0, grid.rows.length)
    .filter(({ cells }) => cells.filter(({ column }) => known.has(column)).length > 1)
  return full.length >= fewestRows && full.some((other) => other.row === row)
}
