/** A whole sheet's cells by column, within a memory budget, for the passes that find tables and types in it. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { CellRange } from '../../tables/grid/grid.ts'
import type { CellSink } from './cell-sink.ts'
import type { ColumnCursor } from './column-cells.ts'
import { ColumnCells, type MemoryBudget } from './column-cells.ts'
import { Concealed } from './concealed.ts'
import { maxRepeatedCharacters, maxRows } from './limits.ts'
import type { FormatMeaning } from './number-format.ts'
import { isoToSerial } from './serial-date.ts'
import { Spool } from './spool.ts'
import { TextPool } from './text-pool.ts'
import type { Workbook } from './workbook.ts'

/** A cell as understood. `#N/A` and its kin are errors; a date is a number whose format says so. */
export type Cell =
  | { readonly kind: 'number'; readonly value: number; readonly meaning: FormatMeaning }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: string }

/** A cell as it is kept: `decode` says what it holds. */
export interface StoredCell {
  readonly tag: number
  readonly value: number
}

const tagNumber = 0
const tagShared = 1
const tagText = 2
const tagBoolean = 3
const tagError = 4
const tagDate = 5
/** A tag is the kind in the low 3 bits and the style above them. */
const kindBits = 3
const kindMask = 7

const plainNumber: FormatMeaning = { kind: 'number' }
const timestamp: FormatMeaning = { kind: 'timestamp' }
const memoryBudgetBytes = 8 * 1024 * 1024
/** Merged ranges beyond this are not looked at; they matter in the first rows only. */
const maxMerges = 20_000

export class CellStore implements CellSink {
  readonly date1904: boolean
  readonly merges: CellRange[] = []
  readonly concealed = new Concealed()
  readonly #formats: readonly FormatMeaning[]
  readonly #strings: readonly string[]
  readonly #columns: (ColumnCells | undefined)[] = []
  readonly #spool: Spool
  #repeatedCharacters = 0
  readonly #texts: TextPool
  readonly #budget: MemoryBudget = { left: memoryBudgetBytes }
  #rowSeen = new Uint8Array(1024)

  /** `spoolPath` is created only when the sheet does not fit the budget. Close the store to be rid of it. */
  constructor(workbook: Pick<Workbook, 'date1904' | 'formats' | 'strings'>, spoolPath: string) {
    this.date1904 = workbook.date1904
    this.#formats = workbook.formats
    this.#strings = workbook.strings
    this.#spool = new Spool(spoolPath)
    this.#texts = new TextPool(this.#spool)
  }

  close(): void {
    this.#spool.close()
  }

  number(row: number, column: number, value: number, style: number): void {
    this.#add(row, column, tagNumber, style, value)
  }

  shared(row: number, column: number, index: number, style: number): void {
    const text = this.#strings[index]
    if (text === undefined) this.error(row, column, `shared string ${index} is missing`, style)
    else if (text !== '') {
      this.#repeatedCharacters += text.length
      if (this.#repeatedCharacters > maxRepeatedCharacters)
        throw new StoryglassError('hostile_content', `${maxRepeatedCharacters} characters of shared text in one sheet`)
      this.#add(row, column, tagShared, style, index)
    }
  }

  text(row: number, column: number, value: string, style: number): void {
    if (value !== '') this.#add(row, column, tagText, style, this.#texts.add(value))
  }

  boolean(row: number, column: number, value: boolean, style: number): void {
    this.#add(row, column, tagBoolean, style, value ? 1 : 0)
  }

  isoDate(row: number, column: number, value: string, style: number): void {
    const serial = isoToSerial(value, this.date1904)
    if (serial === null) this.text(row, column, value, style)
    else this.#add(row, column, tagDate, style, serial)
  }

  error(row: number, column: number, code: string, style: number): void {
    this.#add(row, column, tagError, style, this.#texts.add(code))
  }

  hiddenRows(first: number, count: number): void {
    this.concealed.hideRows(first, count)
  }

  hiddenColumns(first: number, last: number): void {
    this.concealed.hideColumns(first, last)
  }

  filtered(): void {
    this.concealed.filter()
  }

  withoutResult(row: number, column: number): void {
    this.concealed.withoutResult(row, column)
  }

  merged(range: CellRange): void {
    if (this.merges.length < maxMerges) this.merges.push(range)
  }

  #add(row: number, column: number, kind: number, style: number, value: number): void {
    let cells = this.#columns[column]
    if (cells === undefined) {
      cells = new ColumnCells(this.#spool, this.#budget)
      this.#columns[column] = cells
    }
    cells.add(row, (style << kindBits) | kind, value)
    if (row >= this.#rowSeen.length) {
      const grown = new Uint8Array(Math.min(maxRows, Math.max(row + 1, this.#rowSeen.length * 2)))
      grown.set(this.#rowSeen)
      this.#rowSeen = grown
    }
    this.#rowSeen[row] = 1
  }

  /** Puts further cells into a column, where it has none: by row, what a cursor found elsewhere. */
  addCells(column: number, cells: ReadonlyMap<number, StoredCell>): void {
    const merged = new ColumnCells(this.#spool, this.#budget)
    const added = [...cells].sort(([a], [b]) => a - b)
    let next = 0
    const addUntil = (row: number): void => {
      for (; next < added.length && (added[next]?.[0] ?? 0) < row; next++) {
        const [at, { tag, value }] = added[next] ?? [0, { tag: 0, value: 0 }]
        merged.add(at, tag, value)
      }
    }
    const cursor = this.cursor(column)
    for (; cursor !== null && cursor.row >= 0; cursor.next()) {
      addUntil(cursor.row)
      while (added[next]?.[0] === cursor.row) next++
      merged.add(cursor.row, cursor.tag, cursor.value)
    }
    addUntil(Number.POSITIVE_INFINITY)
    this.#columns[column] = merged
  }

  /** Columns with at least one cell, ascending. */
  usedColumns(): number[] {
    return [...this.#columns.keys()].filter((column) => this.#columns[column] !== undefined)
  }

  /** Rows with at least one cell, ascending. */
  usedRows(): Uint32Array {
    let count = 0
    for (const seen of this.#rowSeen) count += seen
    const rows = new Uint32Array(count)
    let next = 0
    for (let row = 0; row < this.#rowSeen.length; row++) if (this.#rowSeen[row] === 1) rows[next++] = row
    return rows
  }

  cursor(column: number, fromRow = 0): ColumnCursor | null {
    return this.#columns[column]?.cursor(fromRow) ?? null
  }

  /** What the cell under a cursor holds. */
  decode(tag: number, value: number): Cell {
    switch (tag & kindMask) {
      case tagShared:
        return { kind: 'text', text: this.#strings[value] ?? '' }
      case tagText:
        return { kind: 'text', text: this.#texts.get(value) }
      case tagBoolean:
        return { kind: 'boolean', value: value === 1 }
      case tagError:
        return { kind: 'error', code: this.#texts.get(value) }
      case tagDate:
        return { kind: 'number', value, meaning: timestamp }
      default:
        return { kind: 'number', value, meaning: this.#formats[tag >>> kindBits] ?? plainNumber }
    }
  }

  styleOf(tag: number): number {
    return tag >>> kindBits
  }

  /** The text under a cursor when the cell holds one, without making an object of it. */
  textOf(tag: number, value: number): string | null {
    const kind = tag & kindMask
    if (kind === tagShared) return this.#strings[value] ?? ''
    return kind === tagText ? this.#texts.get(value) : null
  }

  /** What the format of a number under a cursor means; null when the cell holds no number. */
  meaningOf(tag: number): FormatMeaning | null {
    const kind = tag & kindMask
    if (kind === tagNumber) return this.#formats[tag >>> kindBits] ?? plainNumber
    return kind === tagDate ? timestamp : null
  }
}
