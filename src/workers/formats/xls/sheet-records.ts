/** The records of one sheet (MS-XLS 2.1.7.20.5) to its cells. */
import type { TextDecoder } from 'node:util'
import { errorText, rkNumber } from '../workbook/binary-values.ts'
import type { CellSink } from '../workbook/cell-sink.ts'
import { type RecordVisitor, record } from './records.ts'
import { type Biff, continuedText, textAt } from './strings.ts'

/** Row, column and format in front of every cell. */
const cellBytes = 6
const hiddenRow = 0x20
/** Further records of a text; Excel allows 32,767 characters, which take eight. */
const maxContinuations = 64

export interface SheetContext {
  readonly biff: Biff
  readonly decoder: TextDecoder
}

export class SheetRecords implements RecordVisitor {
  isComplete = false
  readonly #sink: CellSink
  readonly #biff: Biff
  readonly #decoder: TextDecoder
  /** Charts in a sheet are substreams within its own. */
  #depth = 0
  /** The cell of a formula whose result is a text, which comes in a record of its own. */
  #awaits: { readonly row: number; readonly column: number; readonly style: number } | null = null
  #textRecords: Buffer[] = []

  constructor(sink: CellSink, { biff, decoder }: SheetContext) {
    this.#sink = sink
    this.#biff = biff
    this.#decoder = decoder
  }

  record(type: number, bytes: Buffer): boolean {
    if (this.#textRecords.length > 0) {
      if (type === record.continue && this.#textRecords.length < maxContinuations) {
        this.#textRecords.push(Buffer.from(bytes))
        return true
      }
      this.#endText()
    }
    if (type === record.beginOfSubstream) {
      this.#depth += 1
      return true
    }
    if (type === record.endOfSubstream) {
      this.#depth -= 1
      this.isComplete = this.#depth <= 0
      return !this.isComplete
    }
    if (this.#depth === 1) this.#ofSheet(type, bytes)
    return true
  }

  #ofSheet(type: number, bytes: Buffer): void {
    if (type === record.filterMode) this.#sink.filtered?.()
    else if (type === record.mergedCells) this.#merge(bytes)
    else if (type === record.columnInfo) this.#columns(bytes)
    else if (type === record.string) {
      if (this.#awaits !== null) this.#textRecords = [Buffer.from(bytes)]
    } else if (bytes.length >= cellBytes) this.#cell(type, bytes)
  }

  #cell(type: number, bytes: Buffer): void {
    const row = bytes.readUInt16LE(0)
    const column = bytes.readUInt16LE(2)
    const style = bytes.readUInt16LE(4)
    const sink = this.#sink
    switch (type) {
      case record.number:
        if (bytes.length >= 14) this.#number(row, column, bytes.readDoubleLE(6), style)
        return
      case record.rk:
        if (bytes.length >= 10) this.#number(row, column, rkNumber(bytes.readInt32LE(6)), style)
        return
      case record.mulRk:
        this.#numbers(row, column, bytes)
        return
      case record.sharedString:
        if (bytes.length >= 10) sink.shared(row, column, bytes.readUInt32LE(6), style)
        return
      case record.label:
      case record.richString:
        sink.text(row, column, textAt(bytes, cellBytes, 2, this.#biff, this.#decoder), style)
        return
      case record.boolOrError:
        if (bytes[7] === 1) sink.error(row, column, errorText(bytes[6] ?? 0), style)
        else sink.boolean(row, column, bytes[6] === 1, style)
        return
      case record.formula:
        if (bytes.length >= 14) this.#formula(row, column, style, bytes)
        return
      case record.row:
        if (bytes.length >= 14 && (bytes.readUInt16LE(12) & hiddenRow) !== 0) sink.hiddenRows?.(row, 1)
    }
  }

  #number(row: number, column: number, value: number, style: number): void {
    if (Number.isFinite(value)) this.#sink.number(row, column, value, style)
  }

  /** A format and a number for each column from `first` on, then the last column. */
  #numbers(row: number, first: number, bytes: Buffer): void {
    for (let at = 4, column = first; at + 6 <= bytes.length - 2; at += 6, column += 1) {
      this.#number(row, column, rkNumber(bytes.readInt32LE(at + 2)), bytes.readUInt16LE(at))
    }
  }

  /** The stored result: a number, unless its last two bytes are no number's. */
  #formula(row: number, column: number, style: number, bytes: Buffer): void {
    this.#awaits = null
    if (bytes.readUInt16LE(12) !== 0xffff) {
      this.#number(row, column, bytes.readDoubleLE(6), style)
      return
    }
    switch (bytes[6]) {
      case 0:
        this.#awaits = { row, column, style }
        return
      case 1:
        this.#sink.boolean(row, column, bytes[8] === 1, style)
        return
      case 2:
        this.#sink.error(row, column, errorText(bytes[8] ?? 0), style)
    }
  }

  #endText(): void {
    const cell = this.#awaits
    const text = continuedText(this.#textRecords, this.#biff, this.#decoder)
    this.#textRecords = []
    this.#awaits = null
    if (cell !== null) this.#sink.text(cell.row, cell.column, text, cell.style)
  }

  #merge(bytes: Buffer): void {
    const count = bytes.length >= 2 ? bytes.readUInt16LE(0) : 0
    for (let index = 0, at = 2; index < count && at + 8 <= bytes.length; index += 1, at += 8) {
      const [firstRow, lastRow] = [bytes.readUInt16LE(at), bytes.readUInt16LE(at + 2)]
      const [firstColumn, lastColumn] = [bytes.readUInt16LE(at + 4), bytes.readUInt16LE(at + 6)]
      if (firstRow <= lastRow && firstColumn <= lastColumn) {
        this.#sink.merged?.({ firstRow, lastRow, firstColumn, lastColumn })
      }
    }
  }

  #columns(bytes: Buffer): void {
    if (bytes.length < 10 || (bytes.readUInt16LE(8) & 1) === 0) return
    this.#sink.hiddenColumns?.(bytes.readUInt16LE(0), Math.min(255, bytes.readUInt16LE(2)))
  }
}
