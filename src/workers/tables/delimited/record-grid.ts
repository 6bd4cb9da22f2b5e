/** Records of a text as a grid of cells, for the search for tables. */
import { looksNumeric } from '../columns/number-shape.ts'
import { type Grid, type GridCell, type GridRow, isWords } from '../grid/grid.ts'
import type { CsvRecord } from './tokenizer.ts'

/** Rows are the places of the records; those `passedOver` (comments) are none, nor are blank ones. */
export function gridOf(records: readonly CsvRecord[], passedOver: (record: CsvRecord) => boolean): Grid {
  const rows: number[] = []
  const columns = new Set<number>()
  for (const [row, record] of records.entries()) {
    if (passedOver(record)) continue
    let isFilled = false
    for (const [column, text] of record.cells.entries()) {
      if (text.trim() === '') continue
      isFilled = true
      columns.add(column)
    }
    if (isFilled) rows.push(row)
  }
  return windowOf(
    records,
    Uint32Array.from(rows),
    [...columns].sort((a, b) => a - b),
  )
}

function windowOf(records: readonly CsvRecord[], rows: Uint32Array, columns: readonly number[]): Grid {
  const isFilled = (row: number, column: number): boolean => (records[row]?.cells[column] ?? '').trim() !== ''
  return {
    rows,
    columns,
    merges: [],
    read: (from, to) =>
      [...rows.subarray(Math.max(0, from), Math.max(0, to))].map((row) => rowOf(records, row, columns)),
    window(wanted, firstRow, lastRow) {
      const within = rows.filter((row) => row >= firstRow && row <= lastRow)
      const filledRows = within.filter((row) => wanted.some((column) => isFilled(row, column)))
      const filledColumns = wanted.filter((column) => filledRows.some((row) => isFilled(row, column)))
      return windowOf(records, filledRows, filledColumns)
    },
  }
}

function rowOf(records: readonly CsvRecord[], row: number, columns: readonly number[]): GridRow {
  const cells: GridCell[] = []
  for (const column of columns) {
    const text = (records[row]?.cells[column] ?? '').trim()
    if (text === '') continue
    const kind = looksNumeric(text) ? 'number' : 'text'
    cells.push({ column, style: 0, kind, text, amount: null, words: isWords(text) })
  }
  return { row, cells }
}
