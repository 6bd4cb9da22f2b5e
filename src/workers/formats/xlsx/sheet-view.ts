/** A few rows of a stored sheet at a time, as the search for tables looks at them. */
import { isMissing } from '../../tables/columns/missing.ts'
import { numberShape } from '../../tables/columns/numbers.ts'
import { dateFormats, parseTime } from '../../tables/columns/times.ts'
import type { Cell, CellStore } from './cell-store.ts'
import type { CellRange } from './references.ts'

export interface ViewedCell {
  readonly column: number
  readonly style: number
  readonly cell: Cell
  /** Whether it is words: text that is neither a number nor a date in disguise. */
  readonly words: boolean
}

export interface ViewedRow {
  readonly row: number
  /** Cells that hold something, ascending by column. */
  readonly cells: readonly ViewedCell[]
}

export interface SheetView {
  /** Rows with at least one cell, ascending. */
  readonly rows: Uint32Array
  /** How many columns hold a cell. */
  readonly columns: number
  readonly merges: readonly CellRange[]
  /** The cells of `rows.slice(from, to)`. */
  read(from: number, to: number): ViewedRow[]
}

export function viewSheet(store: CellStore): SheetView {
  const rows = store.usedRows()
  const columns = store.usedColumns()
  return {
    rows,
    columns: columns.length,
    merges: store.merges,
    read(from, to) {
      const wanted = rows.subarray(Math.max(0, from), Math.max(0, to))
      const first = wanted[0]
      const last = wanted.at(-1)
      if (first === undefined || last === undefined) return []
      const found = new Map<number, ViewedCell[]>()
      for (const row of wanted) found.set(row, [])
      for (const column of columns) {
        const cursor = store.cursor(column, first)
        for (; cursor !== null && cursor.row >= 0 && cursor.row <= last; cursor.next()) {
          const cell = store.decode(cursor.tag, cursor.value)
          if (cell.kind === 'text' && cell.text.trim() === '') continue
          found.get(cursor.row)?.push({ column, style: store.styleOf(cursor.tag), cell, words: isWords(cell) })
        }
      }
      return [...found].map(([row, cells]) => ({ row, cells }))
    },
  }
}

function isWords(cell: Cell): boolean {
  if (cell.kind !== 'text') return false
  const text = cell.text.trim()
  if (numberShape(text) !== null || isMissing(text)) return false
  return !(/\d/.test(text) && dateFormats.some((format) => parseTime(text, format) !== null))
}
