/** Cells in rows and columns, whatever file they come from: what the search for tables looks at. */
import { isMissing } from '../columns/missing.ts'
import { looksNumeric } from '../columns/number-shape.ts'
import { dateFormats, parseTime } from '../columns/times.ts'

/** Zero-based, both ends included. */
export interface CellRange {
  readonly firstRow: number
  readonly firstColumn: number
  readonly lastRow: number
  readonly lastColumn: number
}

export interface GridCell {
  readonly column: number
  /** How it looks; cells of one number look alike. 0 where the file knows no looks. */
  readonly style: number
  /** What the file says it is; a text may still be a number in disguise. */
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error'
  /** As it stands. */
  readonly text: string
  /** What can be summed up; null for dates, words and all that the file does not say is a number. */
  readonly amount: number | null
  /** Whether it is words: text that is neither a number nor a date in disguise. */
  readonly words: boolean
}

export interface GridRow {
  readonly row: number
  /** Cells that hold something, ascending by column. */
  readonly cells: readonly GridCell[]
}

export interface Grid {
  /** Rows with at least one cell, ascending. */
  readonly rows: Uint32Array
  /** Columns with at least one cell, ascending. */
  readonly columns: readonly number[]
  readonly merges: readonly CellRange[]
  /** The cells of `rows.slice(from, to)`. */
  read(from: number, to: number): GridRow[]
  /** Of these columns only, from `firstRow` to `lastRow`, both included. */
  window(columns: readonly number[], firstRow: number, lastRow: number): Grid
}

/** Words as a person sees them: neither a number nor a date nor a mark of what is missing. */
export function isWords(text: string): boolean {
  const word = text.trim()
  if (word === '' || looksNumeric(word) || isMissing(word)) return false
  return !(/\d/.test(word) && dateFormats.some((format) => parseTime(word, format) !== null))
}

/** The cells of some rows by their column; sheets may have thousands of columns. */
export function byColumn(rows: readonly GridRow[]): Map<number, GridCell[]> {
  const columns = new Map<number, GridCell[]>()
  for (const { cells } of rows) {
    for (const cell of cells) {
      const list = columns.get(cell.column)
      if (list === undefined) columns.set(cell.column, [cell])
      else list.push(cell)
    }
  }
  return columns
}

/** Of some cells, those that are words; 1 where there are none. */
export function shareOfWords(cells: readonly GridCell[] | undefined): number {
  return cells === undefined || cells.length === 0 ? 1 : cells.filter(({ words }) => words).length / cells.length
}

/** With every run of white space as one blank. */
export function textOf({ text }: GridCell): string {
  return text.replace(/\s+/g, ' ').trim()
}

const mostCellsLookedAt = 150_000
const fewestRows = 8

/** How many rows to look at: `rows`, or fewer of very wide ones, whose cells would fill the memory. */
export function lookAt(grid: Grid, rows: number): number {
  return Math.max(fewestRows, Math.min(rows, Math.floor(mostCellsLookedAt / Math.max(1, grid.columns.length))))
}
