/**
 * Reads the cells of a worksheet part from its bytes, in the order they stand, with constant memory.
 *
 * Accepts what spreadsheet programs accept: namespace prefixes, strict OOXML, cells and rows without a reference (they
 * follow the one before), inline and rich text, phonetic readings (left out), CDATA, comments.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { CellSink } from '../workbook/cell-sink.ts'
import { maxColumns, maxTextLength } from '../workbook/limits.ts'
import { parseRange } from '../workbook/references.ts'
import { attribute, matches, nextAttribute } from '../workbook/xml/attributes.ts'
import { decodeText } from '../workbook/xml/text.ts'
import { XmlTokens } from '../workbook/xml/tokens.ts'
import { type CellKind, cellTag, isTrueAt, readCellTag, readRowTag, rowTag, withinSheet } from './cell-tag.ts'
import { parseDecimal } from './number-text.ts'
import { plainCell, readPlainCell } from './plain-cell.ts'

const letterC = 0x63
const letterF = 0x66
const letterT = 0x74
const letterV = 0x76

export class SheetScanner extends XmlTokens {
  readonly #sink: CellSink
  #inData = false
  #inCell = false
  #inInline = false
  #inPhonetic = 0
  #isFormula = false
  #hasValue = false
  #row = -1
  #column = -1
  #cellRow = 0
  #kind: CellKind = 'number'
  #style = 0
  /** The value as a range while it is one run, as `#gathered` once it is several. */
  #run: Buffer | null = null
  #runStart = 0
  #runEnd = 0
  #runLiteral = false
  #gathered: string | null = null

  constructor(sink: CellSink) {
    super()
    this.#sink = sink
  }

  protected override shortcut(bytes: Buffer, position: number, end: number): number {
    if (!this.#inData || this.#inCell) return position
    let from = position
    while (readPlainCell(bytes, from, end)) {
      const { row, column, style, kind } = plainCell
      if (kind === 'number') this.#sink.number(row, column, plainCell.number, style)
      else if (kind === 'shared') this.#sink.shared(row, column, plainCell.number, style)
      else if (kind === 'boolean') this.#sink.boolean(row, column, plainCell.number === 1, style)
      else if (kind === 'text')
        this.#sink.text(row, column, decodeText(bytes, plainCell.textStart, plainCell.textEnd), style)
      this.#column = column
      from = plainCell.next
    }
    return from
  }

  protected override open(bytes: Buffer, nameStart: number, nameEnd: number, tagEnd: number): void {
    if (!this.#inData) {
      if (matches(bytes, nameStart, nameEnd, 'sheetData')) this.#inData = true
      else if (matches(bytes, nameStart, nameEnd, 'mergeCell')) this.#merge(bytes, nameEnd, tagEnd)
      else if (matches(bytes, nameStart, nameEnd, 'col')) this.#openColumns(bytes, nameEnd, tagEnd)
      else if (matches(bytes, nameStart, nameEnd, 'autoFilter')) this.#sink.filtered?.()
      return
    }
    if (nameEnd - nameStart === 1) {
      const letter = bytes[nameStart]
      if (letter === letterC) this.#openCell(bytes, nameEnd, tagEnd)
      else if (letter === letterV && this.#inCell) this.#capture()
      else if (letter === letterF && this.#inCell) this.#isFormula = true
      else if (letter === letterT && this.#inInline && this.#inPhonetic === 0) this.wantsText = true
      return
    }
    if (!this.#inCell) {
      if (matches(bytes, nameStart, nameEnd, 'row')) this.#openRow(bytes, nameEnd, tagEnd)
    } else if (matches(bytes, nameStart, nameEnd, 'is')) {
      this.#inInline = true
      this.#forget()
    } else if (matches(bytes, nameStart, nameEnd, 'rPh')) {
      this.#inPhonetic++
    }
  }

  protected override close(bytes: Buffer, nameStart: number, nameEnd: number): void {
    if (!this.#inData) return
    if (nameEnd - nameStart === 1) {
      const letter = bytes[nameStart]
      if (letter === letterV && this.#inCell && this.wantsText) {
        this.wantsText = false
        // An empty value is no result, unless it is an empty text.
        this.#hasValue = this.#run !== null || this.#gathered !== null || this.#kind === 'text'
        this.#emitValue()
      } else if (letter === letterT) {
        this.wantsText = false
      } else if (letter === letterC) {
        if (this.#isFormula && !this.#hasValue) this.#sink.withoutResult?.(this.#cellRow, this.#column)
        this.#inCell = false
        this.wantsText = false
      }
      return
    }
    if (this.#inCell) {
      if (matches(bytes, nameStart, nameEnd, 'is')) {
        this.#inInline = false
        this.#hasValue = true
        this.#sink.text(this.#cellRow, this.#column, this.#takeText(), this.#style)
      } else if (matches(bytes, nameStart, nameEnd, 'rPh')) {
        this.#inPhonetic = Math.max(0, this.#inPhonetic - 1)
      }
    } else if (matches(bytes, nameStart, nameEnd, 'sheetData')) {
      this.#inData = false
    }
  }

  protected override text(bytes: Buffer, start: number, end: number, literal: boolean): void {
    if (this.#run === null && this.#gathered === null) {
      this.#run = bytes
      this.#runStart = start
      this.#runEnd = end
      this.#runLiteral = literal
      return
    }
    this.#gathered = this.#takeText() + decodeText(bytes, start, end, literal)
    if (this.#gathered.length > maxTextLength) throw new StoryglassError('hostile_content', 'a cell of endless text')
  }

  #capture(): void {
    this.#forget()
    this.wantsText = true
  }

  #forget(): void {
    this.#run = null
    this.#gathered = null
  }

  #takeText(): string {
    let text = this.#gathered ?? ''
    if (this.#run !== null) text = decodeText(this.#run, this.#runStart, this.#runEnd, this.#runLiteral)
    this.#forget()
    return text
  }

  #openRow(bytes: Buffer, attributesStart: number, tagEnd: number): void {
    readRowTag(bytes, attributesStart, tagEnd, this.#row + 1)
    this.#row = withinSheet(rowTag.row, 0)
    this.#column = -1
    if (rowTag.isHidden) this.#sink.hiddenRows?.(this.#row, 1)
  }

  #openColumns(bytes: Buffer, attributesStart: number, tagEnd: number): void {
    let [first, last] = [Number.NaN, Number.NaN]
    let isHidden = false
    for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
      const { nameStart, nameEnd, valueStart, valueEnd } = attribute
      if (matches(bytes, nameStart, nameEnd, 'min')) first = parseDecimal(bytes, valueStart, valueEnd)
      else if (matches(bytes, nameStart, nameEnd, 'max')) last = parseDecimal(bytes, valueStart, valueEnd)
      else if (matches(bytes, nameStart, nameEnd, 'hidden')) isHidden = isTrueAt(bytes)
    }
    if (isHidden && first >= 1 && last >= first) this.#sink.hiddenColumns?.(first - 1, Math.min(maxColumns, last) - 1)
  }

  #openCell(bytes: Buffer, attributesStart: number, tagEnd: number): void {
    this.#inCell = true
    this.#isFormula = false
    this.#hasValue = false
    this.#inInline = false
    this.#inPhonetic = 0
    readCellTag(bytes, attributesStart, tagEnd, Math.max(0, this.#row), this.#column + 1)
    const { row, column, style, kind } = cellTag
    this.#cellRow = row
    this.#column = column
    this.#style = style
    this.#kind = kind
    withinSheet(row, column)
  }

  #emitValue(): void {
    const sink = this.#sink
    switch (this.#kind) {
      case 'number': {
        const value = this.#takeNumber()
        if (value !== null) sink.number(this.#cellRow, this.#column, value, this.#style)
        return
      }
      case 'shared': {
        const index = this.#takeNumber()
        if (index === null) return
        if (!Number.isInteger(index) || index < 0) {
          throw new StoryglassError('damaged_workbook', `a cell names the shared string ${index}`)
        }
        sink.shared(this.#cellRow, this.#column, index, this.#style)
        return
      }
      case 'boolean': {
        const text = this.#takeText().trim().toLowerCase()
        if (text !== '') sink.boolean(this.#cellRow, this.#column, text === '1' || text === 'true', this.#style)
        return
      }
      case 'error':
        sink.error(this.#cellRow, this.#column, this.#takeText(), this.#style)
        return
      case 'date':
        sink.isoDate(this.#cellRow, this.#column, this.#takeText().trim(), this.#style)
        return
      case 'text':
      case 'inline':
        sink.text(this.#cellRow, this.#column, this.#takeText(), this.#style)
    }
  }

  /** Null where there is no value; text that is no number is handed on as text, as it stands. */
  #takeNumber(): number | null {
    if (this.#run !== null) {
      const value = parseDecimal(this.#run, this.#runStart, this.#runEnd)
      if (!Number.isNaN(value)) {
        this.#run = null
        return value
      }
    }
    const text = this.#takeText().trim()
    if (text === '') return null
    const bytes = Buffer.from(text)
    const value = parseDecimal(bytes, 0, bytes.length)
    if (!Number.isNaN(value)) return value
    this.#sink.text(this.#cellRow, this.#column, text, this.#style)
    return null
  }

  #merge(bytes: Buffer, attributesStart: number, tagEnd: number): void {
    for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
      if (!matches(bytes, attribute.nameStart, attribute.nameEnd, 'ref')) continue
      const range = parseRange(bytes.toString('latin1', attribute.valueStart, attribute.valueEnd))
      if (range !== null) this.#sink.merged?.(range)
    }
  }
}
