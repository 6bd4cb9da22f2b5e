/** Gathers the cells of one table while its markup is read. A table within a cell is text of that cell. */
import type { DocumentTable } from '../../../shared/document/document.ts'
import { looksMeasured } from '../../tables/delimited/cell-type.ts'
import { looksLikeHeader } from '../../tables/delimited/header-evidence.ts'
import type { CsvRecord } from '../../tables/delimited/tokenizer.ts'
import { layOutGrid, type SpanningCell } from './table-grid.ts'

interface OpenCell {
  text: string
  readonly columns: number
  readonly rows: number
  readonly header: boolean
}

export class TableCollector {
  /** As the document marks it. */
  caption: string | null = null
  readonly #rows: SpanningCell[][] = []
  /** Rows in the table's head. */
  #headRows = 0
  #inHead = false
  #captionText: string | null = null
  #cell: OpenCell | null = null
  #page: number | null = null

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'caption') this.#captionText = ''
    if (name === 'thead') this.#inHead = true
    if (name === 'tr') {
      this.#rows.push([])
      if (this.#inHead) this.#headRows += 1
    }
    if (name !== 'td' && name !== 'th') return
    const columns = wholeNumber(attributes.colspan, 1)
    this.#cell = { text: '', columns, rows: wholeNumber(attributes.rowspan, 1), header: name === 'th' }
  }

  /** `page` is null for white space. */
  text(text: string, page: number | null): void {
    if (this.#captionText !== null) this.#captionText += text
    if (this.#cell === null) return
    this.#cell.text += text
    this.#page ??= page
  }

  close(name: string): void {
    if (name === 'thead') this.#inHead = false
    if (name === 'caption' && this.#captionText !== null) {
      const caption = this.#captionText.replace(/\s+/gu, ' ').trim()
      if (caption !== '') this.caption = caption
      this.#captionText = null
    }
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
    const named = Math.min(this.#headRows, filled.length - 1) || filled.findIndex((row) => !row.every(isHeader))
    // A table of nothing but header cells is one whose author likes them bold.
    const headerRows = Math.max(0, named)
    const grid = layOutGrid(filled)
    const rows = joinHeader(grid, headerRows)
    const header = headerRows > 0 || isNamed(grid)
    return { page: this.#page, box: null, header, rows, found: 'marked', caption: this.caption }
  }
}

const sampledRows = 200

function isHeader(cell: SpanningCell): boolean {
  return cell.header
}

/** Where nothing marks a header: names stand over at least one column of numbers or dates. */
function isNamed(grid: readonly string[][]): boolean {
  const [first = [], ...rest] = grid
  const below = rest.slice(0, sampledRows)
  const overMeasured = first.some((name, column) => {
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '')
    return name !== '' && cells.length > 0 && cells.filter(looksMeasured).length >= 0.5 * cells.length
  })
  const records = below.map((cells): CsvRecord => ({ cells, quoted: false, line: 0 }))
  return overMeasured && looksLikeHeader(first, records)
}

/** Header rows as one: each name once, from the outermost down. */
function joinHeader(rows: string[][], headerRows: number): string[][] {
  if (headerRows < 2) return rows
  const header = rows.slice(0, headerRows)
  const joined = (header[0] ?? []).map((_, column) => {
    const names = header.map((row) => row[column] ?? '').filter((name) => name !== '')
    return names.filter((name, index) => name !== names[index - 1]).join(' ')
  })
  return [joined, ...rows.slice(headerRows)]
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isNaN(value) || value < 0 ? otherwise : value
}
