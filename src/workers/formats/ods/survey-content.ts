/** One pass over an OpenDocument spreadsheet: where each sheet stands in it, which are hidden, and what its styles say. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { matches } from '../workbook/xml/attributes.ts'
import { XmlTokens } from '../workbook/xml/tokens.ts'
import { attributeNamed } from './attribute-text.ts'
import type { DataStyle } from './data-styles.ts'

/** More are not read; LibreOffice allows 10,000. */
const maxSheets = 10_000
const maxStyles = 100_000

export interface SheetRange {
  readonly name: string
  readonly hidden: boolean
  /** Bytes of its element: from its start tag to behind its end tag. */
  readonly start: number
  readonly end: number
}

export class ContentSurvey extends XmlTokens {
  readonly sheets: SheetRange[] = []
  /** Data styles by name. */
  readonly dataStyles = new Map<string, DataStyle>()
  /** Names of the data styles that cell styles name, by the names of those. */
  readonly cellStyles = new Map<string, string>()
  isSpreadsheet = false
  readonly #hiddenStyles = new Set<string>()
  #style: string | null = null
  #tableDepth = 0
  #start = 0
  #name = ''
  #hidden = false

  protected override open(bytes: Buffer, nameStart: number, nameEnd: number, tagEnd: number): void {
    // Nearly all elements are rows, cells and paragraphs, and no string is made for those.
    const isOfCells = nameEnd - nameStart === 1 || matches(bytes, nameStart, nameEnd, 'table-cell')
    if (isOfCells || matches(bytes, nameStart, nameEnd, 'table-row')) return
    const name = bytes.toString('latin1', nameStart, nameEnd)
    const value = (key: string): string | null => attributeNamed(bytes, nameEnd, tagEnd, key)
    switch (name) {
      case 'spreadsheet':
        this.isSpreadsheet = true
        return
      case 'time-style':
        this.#keepDataStyle(value('style:name'), { isDuration: value('number:truncate-on-overflow') === 'false' })
        return
      case 'style':
        this.#style = value('style:name')
        this.#keepCellStyle(this.#style, value('style:data-style-name'))
        return
      case 'table-properties':
        if (value('table:display') === 'false' && this.#style !== null) this.#hiddenStyles.add(this.#style)
        return
      case 'table':
        this.#tableDepth += 1
        // A table in a cell is part of that cell's sheet.
        if (this.#tableDepth > 1 || !this.isSpreadsheet) return
        this.#start = this.offsetOf(bytes.lastIndexOf(0x3c, nameStart))
        this.#name = value('table:name') ?? `Sheet${this.sheets.length + 1}`
        this.#hidden = this.#hiddenStyles.has(value('table:style-name') ?? '')
    }
  }

  protected override close(bytes: Buffer, nameStart: number, nameEnd: number): void {
    if (!matches(bytes, nameStart, nameEnd, 'table')) return
    this.#tableDepth -= 1
    if (this.#tableDepth > 0 || !this.isSpreadsheet) return
    if (this.sheets.length >= maxSheets) throw new StoryglassError('too_large', `over ${maxSheets} sheets`)
    const end = this.offsetOf(bytes.indexOf(0x3e, nameEnd) + 1)
    this.sheets.push({ name: this.#name, hidden: this.#hidden, start: this.#start, end })
  }

  protected override text(): void {
    // Nothing is asked of texts here.
  }

  #keepDataStyle(name: string | null, style: DataStyle): void {
    if (name !== null && this.dataStyles.size < maxStyles) this.dataStyles.set(name, style)
  }

  #keepCellStyle(name: string | null, dataStyle: string | null): void {
    if (name !== null && dataStyle !== null && this.cellStyles.size < maxStyles) this.cellStyles.set(name, dataStyle)
  }

  /** What the style of a cell says of its data; null for nothing. */
  dataStyleOf(cellStyle: string): DataStyle | null {
    return this.dataStyles.get(this.cellStyles.get(cellStyle) ?? '') ?? null
  }
}
