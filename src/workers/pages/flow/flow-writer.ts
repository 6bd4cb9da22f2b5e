/** Writes markup again page by page as a parser reads it; see `MarkupFlow`. */
import type { DocumentTable, OutlineEntry } from '../../../shared/document/document.ts'
import { escapeMarkup, unescapeMarkup } from '../../../shared/format/markup-text.ts'
import { CaptionFinder } from './captions.ts'
import type { Flow, FlowedPage } from './flowed.ts'
import { PageText, type Separator } from './page-text.ts'
import type { Attributes, MarkupSink } from './safe-markup.ts'
import { sanitise } from './sanitise.ts'
import { TableCollector } from './table-collector.ts'

interface OpenElement {
  readonly name: string
  readonly attributes: Attributes
  /** Where its opening tag stands among the pieces of the page. */
  at: number
  /** Whether anything to be seen is in it. */
  filled: boolean
  /** Items so far, for a numbered list that goes on over the page. */
  items: number
}

const headings: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const wholeBlocks = ['p', 'div', 'section', 'article', 'blockquote', 'pre', 'figure', 'table', 'ul', 'ol', 'dl']
const blocks: ReadonlySet<string> = new Set([...wholeBlocks, ...headings, 'details'])
const lines: ReadonlySet<string> = new Set(['li', 'dt', 'dd', 'tr', 'br', 'caption', 'figcaption', 'summary'])
const cells: ReadonlySet<string> = new Set(['td', 'th'])
const empty: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])
/** A heading this near the end of a page goes to the next one. */
const headingShare = 0.85

export class FlowWriter implements MarkupSink {
  readonly #limits: { readonly soft: number; readonly hard: number }
  readonly #pages: FlowedPage[] = []
  readonly #outline: OutlineEntry[] = []
  readonly #tables: TableCollector[] = []
  readonly #stack: OpenElement[] = []
  readonly #text = new PageText()
  readonly #captions = new CaptionFinder()
  /** Names within the document that links lead to. */
  readonly #targets = new Set<string>()
  #pieces: string[] = []
  #characters = 0
  #filled = false
  #tableDepth = 0
  /** A page ends as soon as the row now open is over. */
  #breakAfterRow = false
  #heading: { readonly level: number; readonly isTitle: boolean; text: string; page: number } | null = null
  #titled: string | null = null

  constructor(limits: { readonly soft: number; readonly hard: number }) {
    this.#limits = limits
  }

  /** Pages that have ended so far. */
  get pageCount(): number {
    return this.#pages.length
  }

  /** Of the text and the markup of those pages: all is held until the end. */
  get characters(): number {
    return this.#characters
  }

  open(name: string, given: Attributes): void {
    let attributes = given
    if (name === 'hr' && attributes.class === 'page-break') {
      this.#requestBreak()
      return
    }
    const share = headings.has(name) ? headingShare : 1
    const mayBreak = this.#tableDepth === 0 && (blocks.has(name) || name === 'li')
    if (mayBreak && this.#text.length >= this.#limits.soft * share) this.#breakPage()
    this.#separate(name)
    if (name === 'table') {
      this.#tableDepth += 1
      if (this.#tableDepth === 1) {
        attributes = { ...given, 'data-table': String(this.#tables.length) }
        const table = new TableCollector()
        this.#tables.push(table)
        this.#captions.beginTable(table)
      }
    } else if (this.#tableDepth === 1) this.#tables.at(-1)?.open(name, attributes)
    if (name === 'li') {
      const list = this.#stack.at(-1)
      if (list !== undefined) list.items += 1
    }
    if (headings.has(name) && this.#heading === null) {
      const isTitle = attributes.class === 'title'
      this.#heading = { level: Number(name.slice(1)), isTitle, text: '', page: this.#pages.length + 1 }
    }
    if (isCaption(name, attributes)) this.#captions.begin()
    const { href } = attributes
    if (href?.startsWith('#')) this.#targets.add(href.slice(1))
    if (name === 'img' || name === 'hr') this.#markFilled()
    const at = this.#pieces.length
    this.#pieces.push(openingTag(name, attributes))
    if (!empty.has(name)) this.#stack.push({ name, attributes, at, filled: false, items: 0 })
  }

  text(text: string): void {
    const inside = this.#stack.some(({ name }) => name === 'pre')
    let rest = text
    // One block longer than any page is cut where a line or a word ends.
    while (this.#tableDepth === 0 && this.#text.length + rest.length > this.#limits.hard) {
      const cut = placeToCut(rest, Math.max(0, this.#limits.hard - this.#text.length), inside ? '\n' : ' ')
      if (cut > 0) this.#write(rest.slice(0, cut), inside)
      rest = rest.slice(cut)
      if (rest === '') return
      this.#breakPage()
    }
    this.#write(rest, inside)
  }

  close(name: string): void {
    if (empty.has(name)) return
    const top = this.#stack.at(-1)
    // The markup is well-formed: what the parser closes is what is open.
    if (top?.name !== name) return
    this.#stack.pop()
    this.#pieces.push(`</${name}>`)
    if (name === 'table') this.#tableDepth -= 1
    if (this.#tableDepth === 1) this.#tables.at(-1)?.close(name)
    if (name === 'table' && this.#tableDepth === 0) this.#captions.endTable()
    if (isCaption(name, top.attributes)) this.#captions.end()
    this.#separate(name)
    if (headings.has(name)) this.#endHeading()
    const rowEnds = (name === 'tr' && this.#tableDepth === 1) || (name === 'table' && this.#tableDepth === 0)
    if (rowEnds && (this.#breakAfterRow || this.#text.length >= this.#limits.soft)) this.#breakPage()
  }

  end(): Flow {
    while (this.#stack.length > 0) this.close(this.#stack.at(-1)?.name ?? '')
    if (this.#filled || this.#pages.length === 0) this.#endPage()
    this.#captions.finish()
    const tables: DocumentTable[] = []
    const places = this.#tables.map((collector) => {
      const table = collector.table()
      return table === null ? null : tables.push(table) - 1
    })
    const pages = this.#pages.map((page) => ({
      ...page,
      html: page.html === null ? null : placeTables(page.html, places),
      anchors: page.anchors.filter((name) => this.#targets.has(name)),
    }))
    return { pages, outline: this.#outline, tables, titled: this.#titled }
  }

  #write(text: string, asItStands: boolean): void {
    this.#pieces.push(escapeMarkup(text))
    if (text.trim() === '' && !asItStands) {
      this.#text.separate(' ')
      this.#spaceWithin()
      return
    }
    if (asItStands && this.#tableDepth === 0) this.#text.addAsItStands(text)
    else this.#text.add(text)
    if (text.trim() === '') {
      this.#spaceWithin()
      return
    }
    this.#markFilled()
    this.#captions.text(text, this.#tableDepth > 0)
    if (this.#tableDepth > 0) this.#tables.at(-1)?.text(text, this.#pages.length + 1)
    if (this.#heading === null) return
    if (this.#heading.text === '') this.#heading.page = this.#pages.length + 1
    this.#heading.text += text
  }

  /** Words of headings, cells and captions that come in pieces stay apart. */
  #spaceWithin(): void {
    if (this.#heading !== null) this.#heading.text += ' '
    if (this.#tableDepth > 0) this.#tables.at(-1)?.text(' ', null)
    this.#captions.space()
  }

  #separate(name: string): void {
    const separator = separatorOf(name)
    // A row is one line, whatever is in its cells.
    const inCell = this.#tableDepth > 1 || this.#stack.some((element) => cells.has(element.name))
    if (separator !== '') this.#text.separate(inCell && !cells.has(name) ? ' ' : separator)
    if (this.#tableDepth > 0 && separator !== '') this.#tables.at(-1)?.text(' ', null)
    if (this.#heading !== null && separator !== '' && !headings.has(name)) this.#heading.text += ' '
  }

  #endHeading(): void {
    const heading = this.#heading
    this.#heading = null
    if (heading === null) return
    const title = heading.text.replace(/\s+/gu, ' ').trim()
    if (title === '') return
    if (heading.isTitle) this.#titled ??= title
    else this.#outline.push({ title, page: heading.page, level: heading.level })
  }

  #requestBreak(): void {
    if (this.#tableDepth > 0) this.#breakAfterRow = true
    else this.#breakPage()
  }

  /** Does nothing where the page is still empty: marks that follow each other end one page. */
  #breakPage(): void {
    this.#breakAfterRow = false
    if (!this.#filled) return
    const opened = [...this.#stack]
    // What was opened and has nothing in it yet begins on the next page.
    let unfilled = opened.length
    while (unfilled > 0 && opened[unfilled - 1]?.filled === false) unfilled -= 1
    const first = opened[unfilled]
    if (first !== undefined) this.#pieces.length = first.at
    for (const { name } of opened.slice(0, unfilled).reverse()) this.#pieces.push(`</${name}>`)
    this.#endPage()
    for (const [index, element] of opened.entries()) {
      const inItem = opened[index + 1]?.name === 'li'
      const attributes = index < unfilled ? continued(element, inItem) : element.attributes
      element.at = this.#pieces.length
      element.filled = false
      this.#pieces.push(openingTag(element.name, attributes))
    }
  }

  #endPage(): void {
    const html = sanitise(this.#pieces.join(''))
    const text = this.#text.take()
    this.#characters += (html?.length ?? 0) + text.length
    this.#pages.push({ html, text, anchors: anchorsIn(html) })
    this.#pieces = []
    this.#filled = false
  }

  #markFilled(): void {
    this.#filled = true
    for (let index = this.#stack.length - 1; index >= 0; index -= 1) {
      const element = this.#stack[index]
      if (element === undefined || element.filled) return
      element.filled = true
    }
  }
}

function separatorOf(name: string): Separator {
  if (blocks.has(name) || name === 'hr') return '\n\n'
  if (lines.has(name)) return '\n'
  return cells.has(name) ? '\t' : ''
}

/** An element goes on over the page without its name, which stays unique; a list goes on counting, an item has no mark. */
function continued(element: OpenElement, inItem: boolean): Attributes {
  const { id: _id, start, ...attributes } = element.attributes
  if (element.name === 'li') return { ...attributes, class: 'continued' }
  if (element.name !== 'ol') return attributes
  const first = Number.parseInt(start ?? '1', 10)
  // The item that goes on counts once more.
  const next = (Number.isNaN(first) ? 1 : first) + element.items - (inItem ? 1 : 0)
  return { ...attributes, start: String(next) }
}

function placeToCut(text: string, room: number, at: '\n' | ' '): number {
  if (room >= text.length) return text.length
  const found = text.lastIndexOf(at, room)
  if (found > 0) return found + 1
  // Half of a surrogate pair is no character.
  const code = text.charCodeAt(room)
  return code >= 0xdc00 && code <= 0xdfff ? room + 1 : room
}

function isCaption(name: string, attributes: Attributes): boolean {
  return name === 'figcaption' || (name === 'p' && attributes.class === 'caption')
}

/** Names on a page; a quote in its text is escaped, so that only attributes are found. */
function anchorsIn(html: string): string[] {
  return [...html.matchAll(/ id="([^"]*)"/gu)].map(([, name = '']) => unescapeMarkup(name))
}

/** Until now each table had its number among all, frames of one cell included; those are no tables of the document. */
function placeTables(html: string, places: readonly (number | null)[]): string {
  return html.replace(/ data-table="(\d+)"/gu, (_, number: string) => {
    const place = places[Number(number)] ?? null
    return place === null ? '' : ` data-table="${place}"`
  })
}

function openingTag(name: string, attributes: Attributes): string {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`)
  return `<${name}${pairs.join('')}>`
}
