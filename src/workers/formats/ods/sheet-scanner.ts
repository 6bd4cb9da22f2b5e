/**
 * Reads the cells of one sheet of an OpenDocument spreadsheet (OpenDocument 1.3 part 3, 9.1) from its bytes, with memory
 * bounded by one row.
 */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { CellSink } from '../workbook/cell-sink.ts'
import { maxColumns, maxRows, maxTextLength } from '../workbook/limits.ts'
import { matches } from '../workbook/xml/attributes.ts'
import { decodeText } from '../workbook/xml/text.ts'
import { XmlTokens } from '../workbook/xml/tokens.ts'
import { attributeText, eachAttribute, isAttribute } from './attribute-text.ts'
import { type CellTag, cellTagIn, repetitions } from './cell-tag.ts'
import { cellValue, type SheetStyles, type Value } from './cell-value.ts'

/** Cells that stand once in the file and count many times: what a sheet filled to its end may take, and no more. */
const maxRepeated = 20_000_000

interface RowCell {
  readonly column: number
  readonly value: Value
}

export class OdsSheetScanner extends XmlTokens {
  readonly #sink: CellSink
  readonly #styles: SheetStyles
  #row = 0
  #rowRepeats = 1
  #column = 0
  #cells: RowCell[] = []
  #repeated = 0
  /** Elements open within the cell, itself included; 0 outside. */
  #depth = 0
  #cell: CellTag | null = null
  #paragraphs = 0
  #text = ''
  /** Column styles as ranges in order, for cells that have none of their own. */
  readonly #columnStyles: { readonly until: number; readonly style: string | null }[] = []

  constructor(sink: CellSink, styles: SheetStyles) {
    super()
    this.#sink = sink
    this.#styles = styles
  }

  protected override open(bytes: Buffer, nameStart: number, nameEnd: number, tagEnd: number): void {
    if (this.#depth > 0) {
      this.#openWithin(bytes, nameStart, nameEnd, tagEnd)
      return
    }
    const isNamed = (name: string): boolean => matches(bytes, nameStart, nameEnd, name)
    if (isNamed('table-cell')) this.#openCell(bytes, nameEnd, tagEnd, false)
    else if (isNamed('table-row')) this.#openRow(bytes, nameEnd, tagEnd)
    else if (isNamed('covered-table-cell')) this.#openCell(bytes, nameEnd, tagEnd, true)
    else if (isNamed('table-column')) this.#openColumn(bytes, nameEnd, tagEnd)
  }

  protected override close(bytes: Buffer, nameStart: number, nameEnd: number): void {
    if (this.#depth > 0) {
      this.#depth -= 1
      if (this.#depth === 1) this.wantsText = false
      if (this.#depth === 0) this.#closeCell()
      return
    }
    if (matches(bytes, nameStart, nameEnd, 'table-row')) this.#closeRow()
  }

  protected override text(bytes: Buffer, start: number, end: number, literal: boolean): void {
    this.#append(decodeText(bytes, start, end, literal))
  }

  #append(text: string): void {
    this.#text += text
    if (this.#text.length > maxTextLength) throw new StoryglassError('hostile_content', 'a cell of endless text')
  }

  /** Only paragraphs right in the cell are its text; those of a remark or a picture in it are deeper. */
  #openWithin(bytes: Buffer, nameStart: number, nameEnd: number, tagEnd: number): void {
    this.#depth += 1
    if (this.#depth === 2) {
      this.wantsText = matches(bytes, nameStart, nameEnd, 'p')
      if (!this.wantsText) return
      if (this.#paragraphs > 0) this.#append('\n')
      this.#paragraphs += 1
      return
    }
    if (!this.wantsText) return
    const name = bytes.toString('latin1', nameStart, nameEnd)
    if (name === 's') this.#append(' '.repeat(Math.min(1000, countIn(bytes, nameEnd, tagEnd, 'text:c'))))
    else if (name === 'tab') this.#append('\t')
    else if (name === 'line-break') this.#append('\n')
  }

  #openColumn(bytes: Buffer, from: number, tagEnd: number): void {
    let style: string | null = null
    let repeats = 1
    let visibility = 'visible'
    eachAttribute(bytes, from, tagEnd, () => {
      if (isAttribute(bytes, 'table:number-columns-repeated')) repeats = repetitions(attributeText(bytes))
      else if (isAttribute(bytes, 'table:default-cell-style-name')) style = attributeText(bytes)
      else if (isAttribute(bytes, 'table:visibility')) visibility = attributeText(bytes)
    })
    const first = this.#columnStyles.at(-1)?.until ?? 0
    const until = Math.min(maxColumns, first + repeats)
    if (until === first) return
    this.#columnStyles.push({ until, style })
    if (visibility !== 'visible') this.#sink.hiddenColumns?.(first, until - 1)
  }

  #openRow(bytes: Buffer, from: number, tagEnd: number): void {
    this.#column = 0
    this.#rowRepeats = 1
    this.#cells = []
    let visibility = 'visible'
    eachAttribute(bytes, from, tagEnd, () => {
      if (isAttribute(bytes, 'table:number-rows-repeated')) this.#rowRepeats = repetitions(attributeText(bytes))
      else if (isAttribute(bytes, 'table:visibility')) visibility = attributeText(bytes)
    })
    if (visibility !== 'visible') this.#sink.hiddenRows?.(this.#row, this.#rowRepeats)
    if (visibility === 'filter') this.#sink.filtered?.()
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      if (this.#row + this.#rowRepeats > maxRows) this.#rowRepeats = Math.max(1, maxRows - this.#row)
      this.#countRepeated(this.#cells.length * (this.#rowRepeats - 1))
      for (let repeat = 0; repeat < this.#rowRepeats; repeat += 1) {
        const row = this.#row + repeat
        if (row >= maxRows)
          throw new StoryglassError('damaged_workbook', `a cell in row ${row + 1}: no sheet is that large`)
        for (const { column, value } of this.#cells) this.#emit(row, column, value)
      }
    }
    this.#row += this.#rowRepeats
  }

  #countRepeated(cells: number): void {
    this.#repeated += cells
    if (this.#repeated > maxRepeated) throw new StoryglassError('hostile_content', `over ${maxRepeated} repeated cells`)
  }

  #openCell(bytes: Buffer, from: number, tagEnd: number, isCovered: boolean): void {
    this.#depth = 1
    this.#text = ''
    this.#paragraphs = 0
    const cell = cellTagIn(bytes, from, tagEnd)
    // A cell under a merged one may still hold what was in it before; no program shows that.
    if (isCovered) cell.type = 'covered'
    this.#cell = cell
  }

  #closeCell(): void {
    const cell = this.#cell
    if (cell === null) return
    this.wantsText = false
    const value = cellValue(cell, this.#text, this.#styles, this.#columnStyle())
    if (cell.spanColumns > 1 || cell.spanRows > 1) this.#merged(cell)
    if (value !== null) {
      if (this.#column + cell.columns > maxColumns) {
        throw new StoryglassError(
          'damaged_workbook',
          `a cell in column ${this.#column + cell.columns}: no sheet is that wide`,
        )
      }
      this.#countRepeated(cell.columns - 1)
      for (let repeat = 0; repeat < cell.columns; repeat += 1)
        this.#cells.push({ column: this.#column + repeat, value })
    }
    this.#column += cell.columns
  }

  #merged({ spanColumns, spanRows }: CellTag): void {
    this.#sink.merged?.({
      firstRow: this.#row,
      firstColumn: this.#column,
      lastRow: Math.min(maxRows, this.#row + spanRows) - 1,
      lastColumn: Math.min(maxColumns, this.#column + spanColumns) - 1,
    })
  }

  /** The style of a cell here that has none of its own. */
  #columnStyle(): string | null {
    return this.#columnStyles.find(({ until }) => this.#column < until)?.style ?? null
  }

  #emit(row: number, column: number, value: Value): void {
    switch (value.kind) {
      case 'number':
        this.#sink.number(row, column, value.value, value.style)
        return
      case 'text':
        this.#sink.text(row, column, value.text, 0)
        return
      case 'boolean':
        this.#sink.boolean(row, column, value.value, 0)
        return
      case 'error':
        this.#sink.error(row, column, value.text, 0)
    }
  }
}

function countIn(bytes: Buffer, from: number, tagEnd: number, name: string): number {
  let found = 1
  eachAttribute(bytes, from, tagEnd, () => {
    if (isAttribute(bytes, name)) found = repetitions(attributeText(bytes))
  })
  return found
}
