/** Rows with one separator too many, which leaves an empty cell and moves all that follows by one. */
import { isMissing } from '../columns/missing.ts'
import { looksMeasured } from './cell-type.ts'
import type { CsvRecord } from './tokenizer.ts'

interface ColumnHabit {
  readonly measured: 'always' | 'never' | 'sometimes'
  readonly empty: 'always' | 'never' | 'sometimes'
}

/** Fewer rows have no habits. */
const fewestRows = 12

export class SpareSeparators {
  readonly #habits: readonly ColumnHabit[] | null

  /** `records` of the table as far as they are known, `width` of its rows. */
  constructor(records: readonly CsvRecord[], width: number) {
    const rows = records.filter(({ cells }) => cells.length === width).map(({ cells }) => cells)
    this.#habits = width > 2 && rows.length >= fewestRows ? habitsOf(rows, width) : null
  }

  /**
   * The row without the empty cell that is one too many, where every cell then is as its column is used to, and where
   * cut at its end it would not be. Null for any other row.
   */
  mended(cells: readonly string[]): string[] | null {
    const habits = this.#habits
    if (habits === null || cells.length !== habits.length + 1) return null
    if (fits(cells.slice(0, -1), habits)) return null
    for (const [index, cell] of cells.entries()) {
      if (cell.trim() !== '') continue
      const without = cells.toSpliced(index, 1)
      if (fits(without, habits)) return without
    }
    return null
  }
}

function habitsOf(rows: readonly (readonly string[])[], width: number): ColumnHabit[] {
  return Array.from({ length: width }, (_, column) => {
    const filled = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => !isMissing(cell))
    const measured = filled.filter(looksMeasured).length
    return {
      measured: filled.length === 0 ? 'sometimes' : usually(measured, filled.length),
      empty: usually(rows.length - filled.length, rows.length),
    }
  })
}

/** A few odd rows are what this is for. */
function usually(count: number, of: number): 'always' | 'never' | 'sometimes' {
  if (count >= 0.95 * of) return 'always'
  return count <= 0.05 * of ? 'never' : 'sometimes'
}

function fits(cells: readonly string[], habits: readonly ColumnHabit[]): boolean {
  return habits.every(({ measured, empty }, column) => {
    const cell = (cells[column] ?? '').trim()
    if (isMissing(cell)) return empty !== 'never'
    if (empty === 'always') return false
    return measured === 'sometimes' || looksMeasured(cell) === (measured === 'always')
  })
}
