/** What a program does not show of a sheet, and formulas it had not worked out: read all the same, and said. */
import { firstOf, type Note, note } from '../../../shared/story/note.ts'
import { maxColumns, maxRows } from './limits.ts'

/** What is asked of a table. */
export interface TablePlace {
  /** Rows of the sheet, ascending. */
  readonly rows: Uint32Array
  readonly columns: readonly { readonly column: number; readonly name: string }[]
}

const maxNamed = 8

export class Concealed {
  #rows: Uint8Array | null = null
  readonly #columns = new Set<number>()
  #isFiltered = false
  /** By column, cells with a formula and without its result: how many, the first row and the last. */
  readonly #uncalculated = new Map<number, { count: number; first: number; last: number }>()

  hideRows(first: number, count: number): void {
    this.#rows ??= new Uint8Array(maxRows)
    this.#rows.fill(1, first, Math.min(maxRows, first + count))
  }

  hideColumns(first: number, last: number): void {
    for (let column = first; column <= Math.min(last, maxColumns - 1); column++) this.#columns.add(column)
  }

  filter(): void {
    this.#isFiltered = true
  }

  withoutResult(row: number, column: number): void {
    const known = this.#uncalculated.get(column)
    if (known === undefined) this.#uncalculated.set(column, { count: 1, first: row, last: row })
    else {
      known.count++
      known.last = Math.max(known.last, row)
    }
  }

  notesOn({ rows, columns }: TablePlace): Note[] {
    const notes: Note[] = []
    let hidden = 0
    if (this.#rows !== null) for (const row of rows) hidden += this.#rows[row] ?? 0
    if (hidden > 0) {
      notes.push(note(this.#isFiltered ? 'sheets.filteredRows' : 'sheets.hiddenRows', { count: hidden }))
    }
    const unseen = columns.filter(({ column }) => this.#columns.has(column)).map(({ name }) => name)
    if (unseen.length > 0) {
      notes.push(note('sheets.hiddenColumns', { count: unseen.length, names: listed(unseen) }))
    }
    return [...notes, ...this.#notesOnFormulas(rows, columns)]
  }

  #notesOnFormulas(rows: Uint32Array, columns: TablePlace['columns']): Note[] {
    const [first = 0, last = -1] = [rows[0], rows.at(-1)]
    const without = columns.flatMap(({ column, name }) => {
      const found = this.#uncalculated.get(column)
      return found === undefined || found.last < first || found.first > last ? [] : [{ name, count: found.count }]
    })
    if (without.length === 0) return []
    const count = without.reduce((sum, one) => sum + one.count, 0)
    return [note('sheets.notCalculated', { count, names: listed(without.map(({ name }) => name)) })]
  }
}

function listed(names: readonly string[]): string | Note {
  return firstOf(
    names.map((name) => `"${name}"`),
    maxNamed,
  )
}
