/** Gathers the cells of one table while its markup is read. A table within a cell is text of that cell. */
import type { DocumentTable } from '../../../shared/document/document.ts'
import { layOutGrid, type SpanningCell } from './table-grid.ts'

interface OpenCell {
  text: string
  readonly columns: number
  readonly rows: number
  readonly header: boolean
}

export class TableCollector {
  readonly #rows: SpanningCell[][] = []
  #cell: OpenCell | null = null
  #page: number | null = null

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'tr') this.#rows.push([])
    if (name !== 'td' && name !== 'th') return
    const columns = wholeNumber(attributes.colspan, 1)
    this.#cell = { text: '', columns, rows: wholeNumber(attributes.rowspan, 1), header: name === 'th' }
  }

  /** `page` is null for white space. */
  text(text: string, page: number | null): void {
    if (this.#cell === null) return
    this.#cell.text += text
    this.#page ??= page
  }

  close(name: string): void {
    if ((name !== 'td' && name !== 'th') || this.#cell === null) return
    this.#rows.at(-1)?.push({ ...this.#cell, text: this.#cell.text.replace(/\s+/gu, ' ').trim() })
    this.#cell = null
  }

  /** Null where it has no text, or only one cell: a frame, not a table. */
  table(): DocumentTable | null {
    const filled = this.#rows.filter((row) => row.length > 0)
    const [first] = filled
    if (first === undefined || this.#page === null) return null
    if (filled.length === 1 && first.length === 1) return null
    return { page: this.#page, box: null, header: first.every((cell) => cell.header), rows: layOutGrid(filled) }
  }
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) || value < 0 ? otherwise : value
}
