/** What a program does not show of a sheet, and formulas it had not worked out: read all the same, and said. */
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

  notesOn({ rows, columns }: TablePlace): string[] {
    const notes: string[] = []
    let hidden = 0
    if (this.#rows !== null) for (const row of rows) hidden += this.#rows[row] ?? 0
    if (hidden > 0) {
      const by = this.#isFiltered ? ' by a filter' : ''
      notes.push(
        `${hidden === 1 ? '1 row is' : `${hidden} rows are`} hidden in the workbook${by}, and read all the same.`,
      )
    }
    const unseen = columns.filter(({ column }) => this.#columns.has(column)).map(({ name }) => name)
    if (unseen.length > 0) {
      const which = unseen.length === 1 ? 'column' : 'columns'
      notes.push(
        `The ${which} ${listed(unseen)} ${unseen.length === 1 ? 'is' : 'are'} hidden in the workbook, and read all the same.`,
      )
    }
    return [...notes, ...this.#notesOnFormulas(rows, columns)]
  }

  #notesOnFormulas(rows: Uint32Array, columns: TablePlace['columns']): string[] {
    const [first = 0, last = -1] = [rows[0], rows.at(-1)]
    const without = columns.flatMap(({ column, name }) => {
      const found = this.#uncalculated.get(column)
      return found === undefined || found.last < first || found.first > last ? [] : [{ name, count: found.count }]
    })
    if (without.length === 0) return []
    const count = without.reduce((sum, one) => sum + one.count, 0)
    const cells = count === 1 ? '1 formula' : `${count} formulas`
    return [
      `In ${listed(without.map(({ name }) => name))}, ${cells} had no result stored in the file: the cells are read as empty. Open and save it in a spreadsheet program to have them calculated.`,
    ]
  }
}

function listed(names: readonly string[]): string {
  const more = names.length - maxNamed
  const quoted = names.slice(0, maxNamed).map((name) => `"${name}"`)
  return more > 0 ? `${quoted.join(', ')} and ${more} more` : quoted.join(', ')
}
