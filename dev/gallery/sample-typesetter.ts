/** Sets text as pages with the places of every word, as the engine would find them: for documents that do not exist. */
import type { DocumentTable, OutlineEntry } from '../../src/shared/document/document.ts'
import type { PageReading, TextLine } from '../../src/shared/document/reading.ts'

export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading' | 'text' | 'caption'; readonly text: string }
  | { readonly kind: 'table'; readonly caption: string; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'page-break' }

/** Two ends of a line drawn on a page, points. */
export type Ruling = readonly [number, number, number, number]

export interface SetPage {
  readonly reading: PageReading
  readonly rulings: readonly Ruling[]
}

export interface SetDocument {
  readonly pages: readonly SetPage[]
  readonly outline: readonly OutlineEntry[]
  readonly tables: readonly DocumentTable[]
}

export const pageSize = { width: 595, height: 842 } as const
const margin = 76
const bottom = pageSize.height - 84

const styles = {
  title: { size: 27, leading: 33, after: 20, wide: 1.06 },
  heading: { size: 17, leading: 24, after: 8, wide: 1.06 },
  subheading: { size: 12.5, leading: 18, after: 4, wide: 1.05 },
  text: { size: 10.8, leading: 15.4, after: 9, wide: 1 },
  caption: { size: 9.4, leading: 13, after: 10, wide: 1 },
} as const
type StyleName = keyof typeof styles

/** About as wide as a book face sets it, in ems. */
function widthOf(text: string, size: number, wide: number): number {
  let ems = 0
  for (const letter of text) {
    ems += /[iljtfrI.,;:'’()|]/u.test(letter)
      ? 0.3
      : /[mwMW%—]/u.test(letter)
        ? 0.78
        : /[A-Z]/u.test(letter)
          ? 0.66
          : 0.485
  }
  return ems * size * wide
}

class Setter {
  readonly pages: SetPage[] = []
  readonly outline: OutlineEntry[] = []
  readonly tables: DocumentTable[] = []
  readonly #head: string
  #lines: TextLine[] = []
  #rulings: Ruling[] = []
  #text = ''
  #y = margin + 10

  constructor(head: string) {
    this.#head = head
  }

  get #number(): number {
    return this.pages.length + 1
  }

  add(block: Block): void {
    if (block.kind === 'page-break') this.endPage()
    else if (block.kind === 'table') this.#addTable(block.caption, block.rows)
    else this.#addText(block.kind, block.text)
  }

  endPage(): void {
    if (this.#lines.length === 0) return
    const number = this.#number
    const { width, height } = pageSize
    const head = number === 1 ? [] : [this.#freeLine(this.#head, margin, 40, 9)]
    const foot = [this.#freeLine(String(number), width / 2 - 4, height - 48, 9)]
    const stem = String(number).padStart(4, '0')
    this.pages.push({
      rulings: this.#rulings,
      reading: {
        page: {
          number,
          label: null,
          width,
          height,
          text: this.#text,
          header: head[0]?.text ?? '',
          footer: String(number),
          words: this.#text.split(/\s+/u).length,
          image: `pages/${stem}.webp`,
          thumbnail: `thumbnails/${stem}.webp`,
          ocr: false,
          links: [],
        },
        lines: [...head, ...this.#lines, ...foot],
      },
    })
    this.#lines = []
    this.#rulings = []
    this.#text = ''
    this.#y = margin + 10
  }

  #addText(kind: StyleName, text: string): void {
    const { size, leading, after, wide } = styles[kind]
    const lines = wrap(text, pageSize.width - 2 * margin, (part) => widthOf(part, size, wide), widthOf(' ', size, wide))
    if (kind !== 'text' && this.#y + leading * lines.length + 50 > bottom) this.endPage()
    if (kind === 'heading' || kind === 'subheading') {
      this.#y += kind === 'heading' ? 12 : 6
      this.outline.push({ title: text, page: this.#number, level: kind === 'heading' ? 1 : 2 })
    }
    this.#beginBlock()
    for (const [place, line] of lines.entries()) {
      if (this.#y + leading > bottom) {
        this.endPage()
        this.#beginBlock()
      } else if (place > 0) this.#text += lines[place - 1]?.broken ? '' : '\n'
      this.#setLine(line, size, leading, wide)
    }
    this.#y += after
  }

  #beginBlock(): void {
    if (this.#text !== '') this.#text += '\n\n'
  }

  #setLine({ words, broken }: WrappedLine, size: number, leading: number, wide: number): void {
    const space = widthOf(' ', size, wide)
    const start = this.#text.length
    let x = 0
    const pieces = words.map((word, place) => {
      const width = widthOf(word, size, wide)
      const piece = { text: word, x, width, spaceBefore: place > 0 }
      x += width + space
      return piece
    })
    const text = words.join(' ')
    this.#text += broken ? text.slice(0, -1) : text
    const box: TextLine['box'] = [margin, this.#y, margin + x - space, this.#y + size * 1.2]
    const end = this.#text.length
    this.#lines.push({ text, box, size, angle: 0, rightToLeft: false, pieces, start, end })
    this.#y += leading
  }

  #freeLine(text: string, left: number, top: number, size: number): TextLine {
    const width = widthOf(text, size, 1)
    const pieces = [{ text, x: 0, width, spaceBefore: false }]
    const box: TextLine['box'] = [left, top, left + width, top + size * 1.2]
    return { text, box, size, angle: 0, rightToLeft: false, pieces, start: null, end: null }
  }

  #addTable(caption: string, rows: readonly (readonly string[])[]): void {
    const rowHeight = 19
    const size = 9.6
    if (this.#y + rowHeight * (rows.length + 2) > bottom) this.endPage()
    this.#addText('caption', caption)
    const columns = rows[0]?.length ?? 1
    const [left, right] = [margin, pageSize.width - margin]
    const column = (right - left) / columns
    const top = this.#y
    for (const [place, cells] of rows.entries()) {
      const y = top + place * rowHeight
      this.#rulings.push([left, y, right, y])
      if (this.#text !== '') this.#text += place === 0 ? '\n\n' : '\n'
      const start = this.#text.length
      const pieces = cells.map((cell, at) => {
        const width = widthOf(cell, size, 1)
        const x = at === 0 ? 7 : at * column + column - width - 7
        return { text: cell, x, width, spaceBefore: at > 0 }
      })
      const text = cells.join(' ')
      this.#text += text
      const box: TextLine['box'] = [left, y + 4, right, y + 4 + size * 1.2]
      const end = this.#text.length
      this.#lines.push({ text, box, size, angle: 0, rightToLeft: false, pieces, start, end })
    }
    const end = top + rows.length * rowHeight
    for (const y of [top + rowHeight, end]) this.#rulings.push([left, y, right, y])
    this.tables.push({
      page: this.#number,
      box: [left, top, right, end],
      header: true,
      rows: rows.map((row) => [...row]),
      found: 'ruled',
      caption,
    })
    this.#y = end + 18
  }
}

interface WrappedLine {
  readonly words: readonly string[]
  /** The last word goes on in the next line. */
  readonly broken: boolean
}

/** Lines no wider than `room`; a long word that does not fit is broken where it leaves enough on both sides. */
function wrap(text: string, room: number, width: (text: string) => number, space: number): WrappedLine[] {
  const lines: WrappedLine[] = []
  let words: string[] = []
  let used = 0
  for (const whole of text.split(' ')) {
    let word = whole
    const needed = (): number => (words.length > 0 ? space : 0) + width(word)
    if (used + needed() > room && words.length > 0) {
      const half = Math.ceil(word.length / 2)
      const first = `${word.slice(0, half)}-`
      const breaks = /^[a-z]{10,}[.,]?$/u.test(word) && used + space + width(first) <= room
      if (breaks) {
        words.push(first)
        word = word.slice(half)
      }
      lines.push({ words, broken: breaks })
      words = []
      used = 0
    }
    used += needed()
    words.push(word)
  }
  if (words.length > 0) lines.push({ words, broken: false })
  return lines
}

/** `head` stands at the top of every page but the first. */
export function setDocument(blocks: readonly Block[], head: string): SetDocument {
  const setter = new Setter(head)
  for (const block of blocks) setter.add(block)
  setter.endPage()
  return { pages: setter.pages, outline: setter.outline, tables: setter.tables }
}
