/** The records of a sheet (MS-XLSB 2.1.7.62) to its cells. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { errorText, rkNumber } from '../workbook/binary-values.ts'
import type { CellSink } from '../workbook/cell-sink.ts'
import { maxColumns, maxRows } from '../workbook/limits.ts'
import { record, wideText } from './records.ts'

/** Column and style in front of every cell; those right of another leave the column out. */
const cellBytes = 8
const shortCellBytes = 4
const hiddenRow = 0x10

type CellKind = 'rk' | 'error' | 'boolean' | 'real' | 'text' | 'richText' | 'sharedText'

const cells: Readonly<Record<number, CellKind>> = {
  [record.rk]: 'rk',
  [record.error]: 'error',
  [record.boolean]: 'boolean',
  [record.real]: 'real',
  [record.text]: 'text',
  [record.richText]: 'richText',
  [record.sharedText]: 'sharedText',
  [record.formulaText]: 'text',
  [record.formulaNumber]: 'real',
  [record.formulaBoolean]: 'boolean',
  [record.formulaError]: 'error',
}
const shortCells: Readonly<Record<number, CellKind>> = {
  [record.shortRk]: 'rk',
  [record.shortError]: 'error',
  [record.shortBoolean]: 'boolean',
  [record.shortReal]: 'real',
  [record.shortText]: 'text',
  [record.shortSharedText]: 'sharedText',
}
const valueBytes: Readonly<Record<CellKind, number>> = {
  rk: 4,
  error: 1,
  boolean: 1,
  real: 8,
  text: 4,
  richText: 5,
  sharedText: 4,
}

export class BinarySheet {
  readonly #sink: CellSink
  #row = -1
  #column = -1

  constructor(sink: CellSink) {
    this.#sink = sink
  }

  visit(type: number, bytes: Buffer): void {
    const whole = cells[type]
    if (whole !== undefined && bytes.length >= cellBytes) {
      this.#column = bytes.readUInt32LE(0)
      this.#cell(whole, bytes.readUIntLE(4, 3), bytes.subarray(cellBytes))
      return
    }
    const short = shortCells[type]
    if (short !== undefined && bytes.length >= shortCellBytes) {
      this.#column += 1
      this.#cell(short, bytes.readUIntLE(0, 3), bytes.subarray(shortCellBytes))
      return
    }
    switch (type) {
      case record.rowHeader:
        this.#openRow(bytes)
        return
      case record.columnInfo:
        if (bytes.length >= 18 && (bytes.readUInt16LE(16) & 1) !== 0) {
          this.#sink.hiddenColumns?.(bytes.readUInt32LE(0), Math.min(maxColumns - 1, bytes.readUInt32LE(4)))
        }
        return
      case record.beginFilter:
        this.#sink.filtered?.()
        return
      case record.mergedCell:
        this.#merge(bytes)
    }
  }

  #openRow(bytes: Buffer): void {
    if (bytes.length < 12) throw new StoryglassError('damaged_workbook', 'a row is cut short')
    this.#row = bytes.readUInt32LE(0)
    this.#column = -1
    if (this.#row >= maxRows)
      throw new StoryglassError('damaged_workbook', `row ${this.#row + 1}: no sheet is that large`)
    if (((bytes[11] ?? 0) & hiddenRow) !== 0) this.#sink.hiddenRows?.(this.#row, 1)
  }

  #cell(kind: CellKind, style: number, value: Buffer): void {
    const [row, column, sink] = [this.#row, this.#column, this.#sink]
    if (row < 0 || column >= maxColumns) {
      throw new StoryglassError('damaged_workbook', `a cell in column ${column + 1}: no sheet is that large`)
    }
    if (value.length < valueBytes[kind]) return
    switch (kind) {
      case 'rk':
        this.#number(rkNumber(value.readInt32LE(0)), style)
        return
      case 'real':
        this.#number(value.readDoubleLE(0), style)
        return
      case 'boolean':
        sink.boolean(row, column, value[0] === 1, style)
        return
      case 'error':
        sink.error(row, column, errorText(value[0] ?? 0), style)
        return
      case 'sharedText':
        sink.shared(row, column, value.readUInt32LE(0), style)
        return
      case 'text':
        sink.text(row, column, wideText(value, 0).text, style)
        return
      case 'richText':
        sink.text(row, column, wideText(value, 1).text, style)
    }
  }

  #number(value: number, style: number): void {
    if (Number.isFinite(value)) this.#sink.number(this.#row, this.#column, value, Math.min(style, 0xffff))
  }

  #merge(bytes: Buffer): void {
    if (bytes.length < 16) return
    const [firstRow, lastRow] = [bytes.readUInt32LE(0), bytes.readUInt32LE(4)]
    const [firstColumn, lastColumn] = [bytes.readUInt32LE(8), bytes.readUInt32LE(12)]
    if (firstRow > lastRow || firstColumn > lastColumn || lastRow >= maxRows || lastColumn >= maxColumns) return
    this.#sink.merged?.({ firstRow, lastRow, firstColumn, lastColumn })
  }
}
