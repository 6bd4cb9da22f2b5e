/** Worksheets out of SpreadsheetML (Microsoft Office 2003 XML Reference): cells as texts, as a sheet would show them. */

import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'

export interface XmlSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** As many as Excel 2007 has; a cell may claim to stand in any. */
const maxColumns = 16_384
/** Rows a gap is told by; more of them say nothing more. */
const mostBlankRows = 3

export class SheetGatherer {
  readonly #parser = new SaxesParser({ xmlns: false })
  readonly #sheets: { name: string; rows: string[][] }[] = []
  readonly #percentStyles = new Set<string>()
  #style = ''
  #row: string[] | null = null
  #rowNumber = 0
  #column = 0
  #across = 0
  #isPercent = false
  #type: string | null = null
  #text = ''

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open(tag))
    this.#parser.on('closetag', (tag) => this.#close(localName(tag)))
    this.#parser.on('text', (text) => this.#gather(text))
    this.#parser.on('cdata', (text) => this.#gather(text))
  }

  write(piece: string): void {
    this.#guarded(() => this.#parser.write(piece))
  }

  end(): readonly XmlSheet[] {
    this.#guarded(() => this.#parser.close())
    return this.#sheets.filter(({ rows }) => rows.some((row) => row.some((text) => text !== '')))
  }

  #guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (error instanceof StoryglassError) throw error
      const why = error instanceof Error ? error.message : String(error)
      throw new StoryglassError('damaged_text', note('failed.readerSays', { format: 'XML', said: why.slice(0, 200) }))
    }
  }

  #open(tag: SaxesTagPlain): void {
    const of = (name: string): string | undefined => attributeOf(tag, name)
    switch (localName(tag)) {
      case 'Style':
        this.#style = of('ID') ?? ''
        break
      case 'NumberFormat':
        if (/%|^Percent$/u.test(of('Format') ?? '')) this.#percentStyles.add(this.#style)
        break
      case 'Worksheet':
        this.#sheets.push({ name: of('Name') ?? `Sheet ${this.#sheets.length + 1}`, rows: [] })
        this.#rowNumber = 0
        break
      case 'Row':
        this.#beginRow(numberOf(of('Index')))
        break
      case 'Cell':
        this.#column = (numberOf(of('Index')) ?? this.#column + this.#across + 1) || 1
        if (this.#column + (numberOf(of('MergeAcross')) ?? 0) > maxColumns) {
          throw new StoryglassError('too_large', `more than ${maxColumns} columns`)
        }
        this.#across = numberOf(of('MergeAcross')) ?? 0
        this.#isPercent = this.#percentStyles.has(of('StyleID') ?? '')
        break
      case 'Data':
        this.#type = of('Type') ?? 'String'
        this.#text = ''
        break
    }
  }

  #beginRow(index: number | null): void {
    const rows = this.#sheets.at(-1)?.rows
    const blank = index === null ? 0 : Math.max(0, Math.min(mostBlankRows, index - this.#rowNumber - 1))
    for (let count = 0; count < blank; count += 1) rows?.push([])
    this.#rowNumber = index ?? this.#rowNumber + 1
    this.#row = []
    this.#column = 0
    this.#across = 0
  }

  #gather(text: string): void {
    if (this.#type !== null) this.#text += text
  }

  #close(name: string): void {
    if (name === 'Data' && this.#type !== null) {
      const row = this.#row
      if (row !== null) {
        while (row.length < this.#column) row.push('')
        row[this.#column - 1] = shown(this.#type, this.#text, this.#isPercent)
      }
      this.#type = null
    } else if (name === 'Row' && this.#row !== null) {
      this.#sheets.at(-1)?.rows.push(this.#row)
      this.#row = null
    }
  }
}

/** Days before these are times of day, which have no date of their own. */
const noDay = /^1899-12-3[01]$/u

function shown(type: string, text: string, isPercent: boolean): string {
  switch (type) {
    case 'Number':
      return isPercent && Number.isFinite(Number(text))
        ? `${Number((Number(text) * 100).toPrecision(15))}%`
        : text.trim()
    case 'DateTime': {
      const [, day = '', time = ''] = /^([0-9-]{10})T([0-9:]{8})/u.exec(text) ?? []
      if (day === '') return text
      if (noDay.test(day)) return time
      return time === '00:00:00' ? day : `${day} ${time}`
    }
    case 'Boolean':
      return text.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'Error':
      return ''
    default:
      return text
  }
}

/** Prefixes are up to whoever writes: `ss:Cell` and `Cell` are one. */
function localName({ name }: { readonly name: string }): string {
  return name.slice(name.indexOf(':') + 1)
}

function attributeOf({ attributes }: SaxesTagPlain, wanted: string): string | undefined {
  for (const [name, value] of Object.entries(attributes)) if (localName({ name }) === wanted) return value
  return undefined
}

function numberOf(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/u.test(text) ? Number(text) : null
}
