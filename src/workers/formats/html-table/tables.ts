/** The tables of a page, from its markup: rows of texts, cells that span several places in each of them. */
import { Parser } from 'htmlparser2'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { layOutGrid, type SpanningCell } from '../../pages/flow/table-grid.ts'

export interface MarkupTable {
  readonly caption: string | null
  readonly rows: readonly (readonly SpanningCell[])[]
  /** Characters in its cells. */
  readonly characters: number
  /** It stands in a cell of another. */
  readonly nested: boolean
}

export interface PageTables {
  /** In the order in which they end. */
  readonly tables: readonly MarkupTable[]
  /** Characters outside of any table, headings and the title not counted. */
  readonly charactersOutside: number
}

interface OpenTable {
  caption: string | null
  readonly rows: SpanningCell[][]
  characters: number
  hasTable: boolean
}

const maxNesting = 50
/** Their text is not shown, or is that of no cell. */
const unshown: ReadonlySet<string> = new Set(['script', 'style', 'title', 'head', 'template', 'noscript', 'xml'])
const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4'])
const breaks: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li'])

/** Gathers tables from markup that is handed over in pieces. */
export class TableGatherer {
  readonly #tables: MarkupTable[] = []
  readonly #open: OpenTable[] = []
  #cell: { text: string; columns: number; rows: number; header: boolean } | null = null
  #outside = 0
  #hidden = 0
  #heading = 0
  #caption = false
  readonly #parser = new Parser({
    onopentag: (name, attributes) => this.#openTag(name, attributes),
    ontext: (text) => this.#text(text),
    onclosetag: (name) => this.#closeTag(name),
  })

  write(markup: string): void {
    this.#parser.write(markup)
  }

  end(): PageTables {
    this.#parser.end()
    while (this.#open.length > 0) this.#endTable()
    return { tables: this.#tables, charactersOutside: this.#outside }
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    if (unshown.has(name)) this.#hidden += 1
    else if (headings.has(name)) this.#heading += 1
    const table = this.#open.at(-1)
    switch (name) {
      case 'table':
        this.#endCell()
        if (table !== undefined) table.hasTable = true
        if (this.#open.length >= maxNesting) {
          throw new StoryglassError('hostile_content', `tables nested more than ${maxNesting} deep`)
        }
        this.#open.push({ caption: null, rows: [], characters: 0, hasTable: false })
        return
      case 'caption':
        this.#caption = table !== undefined
        return
      case 'tr':
        this.#endCell()
        table?.rows.push([])
        return
      case 'td':
      case 'th': {
        this.#endCell()
        if (table === undefined) return
        if (table.rows.length === 0) table.rows.push([])
        const [columns, rows] = [spanOf(attributes.colspan), spanOf(attributes.rowspan)]
        this.#cell = { text: '', columns: columns || 1, rows, header: name === 'th' }
        return
      }
      default:
        if (breaks.has(name) && this.#cell !== null && this.#cell.text.trim() !== '') this.#cell.text += '\n'
    }
  }

  #text(text: string): void {
    if (this.#hidden > 0) return
    const table = this.#open.at(-1)
    if (table === undefined) {
      if (this.#heading === 0) this.#outside += text.trim().length
      return
    }
    if (this.#caption) table.caption = `${table.caption ?? ''}${text}`
    else if (this.#cell !== null) this.#cell.text += text.replace(/[ \t\n\r]+/gu, ' ')
    if (this.#cell !== null) table.characters += text.trim().length
  }

  #closeTag(name: string): void {
    if (unshown.has(name)) this.#hidden = Math.max(0, this.#hidden - 1)
    else if (headings.has(name)) this.#heading = Math.max(0, this.#heading - 1)
    if (name === 'caption') this.#caption = false
    else if (name === 'td' || name === 'th' || name === 'tr') this.#endCell()
    else if (name === 'table') this.#endTable()
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (cell === null) return
    const lines = cell.text.split('\n').map((line) => line.replace(/ +/gu, ' ').trim())
    const text = lines.join('\n').trim()
    this.#open
      .at(-1)
      ?.rows.at(-1)
      ?.push({ ...cell, text })
  }

  #endTable(): void {
    this.#endCell()
    const table = this.#open.pop()
    if (table === undefined) return
    const rows = table.rows.filter((row) => row.length > 0)
    const caption = table.caption?.replace(/\s+/gu, ' ').trim().slice(0, 100) || null
    // One that only arranges others is none itself.
    if (rows.length > 0 && !table.hasTable) {
      this.#tables.push({ caption, rows, characters: table.characters, nested: this.#open.length > 0 })
    }
  }
}

function spanOf(written: string | undefined): number {
  const span = Number.parseInt(written ?? '1', 10)
  return Number.isNaN(span) || span < 0 ? 1 : span
}

/** Two rows of two cells at least; throws where it is larger than can be laid out. */
export function gridOf({ rows }: MarkupTable): string[][] | null {
  const width = rows.reduce((widest, row) => Math.max(widest, placesOf(row)), 0)
  const grid = layOutGrid(rows.map((row) => (isTitle(row, width) ? row.map((cell) => ({ ...cell, columns: 1 })) : row)))
  if (grid.length < rows.length) throw new StoryglassError('too_large', 'a table of more than two million cells')
  return grid.length >= 2 && (grid[0]?.length ?? 0) >= 2 ? grid : null
}

const placesOf = (row: readonly SpanningCell[]): number => row.reduce((sum, { columns }) => sum + columns, 0)

/** A cell over a whole row is a title above the table or a remark below it, and no value of every column. */
function isTitle(row: readonly SpanningCell[], width: number): boolean {
  return row.length === 1 && row[0]?.rows === 1 && placesOf(row) >= width
}

/** Its first row, and no other, is all headings. */
export function hasPlainHeader({ rows: [first, second] }: MarkupTable): boolean {
  const isHeading = (row: readonly SpanningCell[] | undefined): boolean => row?.every(({ header }) => header) === true
  return (
    isHeading(first) && !isHeading(second) && first?.every(({ rows, columns }) => rows === 1 && columns === 1) === true
  )
}
