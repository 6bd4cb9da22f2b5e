/**
 * Reads the cells of a worksheet part from its bytes, in the order they stand, with constant memory.
 *
 * Accepts what spreadsheet programs accept: namespace prefixes, strict OOXML, cells and rows without a reference (they
 * follow the one before), inline and rich text, phonetic readings (left out), CDATA, comments.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { CellRange } from '../../tables/grid/grid.ts'
import { attribute, matches, nextAttribute } from './attributes.ts'
import { maxColumns, maxRows, maxTextLength } from './limits.ts'
import { parseDecimal } from './number-text.ts'
import { plainCell, readPlainCell } from './plain-cell.ts'
import { parseRange } from './references.ts'
import { decodeText } from './text.ts'
import { XmlTokens } from './tokens.ts'

/** Takes the non-empty cells of a sheet. `row` and `column` are zero-based; `style` indexes the workbook's cell formats. */
export interface CellSink {
  number(row: number, column: number, value: number, style: number): void
  /** A string by its index in the shared table, not yet checked against that table's length. */
  shared(row: number, column: number, index: number, style: number): void
  text(row: number, column: number, value: string, style: number): void
  boolean(row: number, column: number, value: boolean, style: number): void
  /** An ISO 8601 date as text (`t="d"`), as strict workbooks may hold. */
  isoDate(row: number, column: number, value: string, style: number): void
  /** `#N/A` and its kin. */
  error(row: number, column: number, code: string, style: number): void
  /** Rows that a program does not show, by hand or by a filter. `count` of them from `first` on. */
  hiddenRows?(first: number, count: number): void
  /** A filter is set on the sheet. */
  filtered?(): void
  /** A cell with a formula whose result is not in the file. */
  withoutResult?(row: number, column: number): void
  /** Columns that a program does not show, both included. */
  hiddenColumns?(first: number, last: number): void
  /** Called for each merged range; in workbooks of Excel these stand behind all cells. */
  merged?(range: CellRange): void
}

const letterC = 0x63
const letterF = 0x66
const letterR = 0x72
const letterS = 0x73
const letterT = 0x74
const letterV = 0x76

/** What `t` of a cell says. Anything unknown is read as a number, the default of the format. */
type CellKind = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date'

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
    let row = this.#row + 1
    let isHidden = false
    for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
      if (attribute.nameEnd - attribute.nameStart === 1 && bytes[attribute.nameStart] === letterR) {
        const stated = parseDecimal(bytes, attribute.valueStart, attribute.valueEnd) - 1
        if (Number.isInteger(stated)) row = stated
      } else if (matches(bytes, attribute.nameStart, attribute.nameEnd, 'hidden')) isHidden = isTrueAt(bytes)
    }
    this.#row = withinSheet(row, 0)
    this.#column = -1
    if (isHidden) this.#sink.hiddenRows?.(this.#row, 1)
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
    this.#kind = 'number'
    this.#style = 0
    this.#cellRow = Math.max(0, this.#row)
    let column = this.#column + 1
    for (let at = nextAttribute(bytes, attributesStart, tagEnd); at >= 0; at = nextAttribute(bytes, at, tagEnd)) {
      if (attribute.nameEnd - attribute.nameStart !== 1) continue
      const letter = bytes[attribute.nameStart]
      if (letter === letterR) {
        column = this.#readReference(bytes, attribute.valueStart, attribute.valueEnd, column)
      } else if (letter === letterS) {
        const style = parseDecimal(bytes, attribute.valueStart, attribute.valueEnd)
        this.#style = style >= 0 && style < 65_536 ? style : 0
      } else if (letter === letterT) {
        this.#kind = cellKind(bytes, attribute.valueStart, attribute.valueEnd)
      }
    }
    this.#column = column
    withinSheet(this.#cellRow, column)
  }

  /** Sets the cell's row and gives its column; a reference that cannot be read leaves the cell next to the last one. */
  #readReference(bytes: Buffer, start: number, end: number, fallback: number): number {
    let column = 0
    let row = 0
    let index = start
    for (; index < end; index++) {
      const letter = (bytes[index] ?? 0) & 0xdf
      if (letter < 0x41 || letter > 0x5a) {
        if (bytes[index] === 0x24) continue
        break
      }
      column = column * 26 + (letter - 0x40)
    }
    for (; index < end; index++) {
      const digit = (bytes[index] ?? 0) - 0x30
      if (digit < 0 || digit > 9) return fallback
      row = row * 10 + digit
    }
    if (column === 0 || row === 0) return fallback
    this.#cellRow = row - 1
    return column - 1
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

function withinSheet(row: number, column: number): number {
  if (row < 0 || row >= maxRows || column >= maxColumns) {
    throw new StoryglassError(
      'damaged_workbook',
      `a cell in row ${row + 1}, column ${column + 1}: no sheet is that large`,
    )
  }
  return row
}

/** Of the attribute last found. */
function isTrueAt(bytes: Buffer): boolean {
  const { valueStart, valueEnd } = attribute
  return matches(bytes, valueStart, valueEnd, '1') || matches(bytes, valueStart, valueEnd, 'true')
}

function cellKind(bytes: Buffer, start: number, end: number): CellKind {
  const first = bytes[start]
  if (end - start === 1) {
    if (first === letterS) return 'shared'
    if (first === 0x62) return 'boolean'
    if (first === 0x65) return 'error'
    if (first === 0x64) return 'date'
    return 'number'
  }
  if (first === letterS) return 'text'
  return first === 0x69 ? 'inline' : 'number'
}
