/** Cuts the main part of a Word document into parts that are documents of their own, for a reader that holds all in memory. */
import type { WorkContext } from '../../runtime/context.ts'

export interface BodyPart {
  /** A main part with some of the body's paragraphs and tables. */
  readonly xml: string
  /** Characters of the whole up to its end: how far a reader has come. */
  readonly end: number
}

/** Characters of markup. A part ends after the first of them at a place where nothing goes on, after the second anywhere. */
const lengths = { wanted: 192 * 1024, most: 768 * 1024 }
/** Elements of the body that only hold others: content controls and the like, around whole chapters at times. */
const wrappers: ReadonlySet<string> = new Set(['sdt', 'sdtContent', 'customXml'])
/** Within wrappers, what describes them. */
const properties: ReadonlySet<string> = new Set(['sdtPr', 'sdtEndPr', 'customXmlPr'])
const charactersBetweenYields = 1024 * 1024

const tokens =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)((?:[\w.-]+:)?)([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>/gu

/**
 * Yields the parts in order; together they hold every paragraph and table of the body once. A table is never cut, nor is
 * a list, as far as its paragraphs say they are one. Yields nothing where the markup is not well-formed.
 */
export async function bodyParts(xml: string, context: WorkContext): Promise<BodyPart[]> {
  const scan = new BodyScan(xml)
  let yieldedAt = 0
  for (const match of xml.matchAll(tokens)) {
    if (match[3] !== undefined && !scan.tag(match)) return []
    if (match.index - yieldedAt < charactersBetweenYields) continue
    yieldedAt = match.index
    await context.yieldToEventLoop()
  }
  return scan.end()
}

class BodyScan {
  readonly #xml: string
  readonly #parts: BodyPart[] = []
  /** Names of what is open, with their prefix. */
  readonly #open: string[] = []
  /** How deep the body's own children are: 2, more within wrappers. */
  #childDepth = 2
  #head: string | null = null
  #tail = ''
  #pieces: string[] = []
  #length = 0
  /** Where the child of the body that is open begins; null between children. */
  #childAt: number | null = null
  #skipped = false
  #isDamaged = false

  constructor(xml: string) {
    this.#xml = xml
  }

  /** False where the markup is not well-formed. */
  tag(match: RegExpExecArray): boolean {
    const [text, slash = '', prefix = '', name = '', rest = ''] = match
    const end = match.index + text.length
    if (slash === '/') this.#close(prefix + name, name, match.index, end)
    else this.#openTag(prefix + name, name, match.index, end, rest.endsWith('/'))
    return !this.#isDamaged
  }

  end(): BodyPart[] {
    if (this.#open.length > 0 || this.#head === null) return []
    return this.#parts
  }

  #openTag(fullName: string, name: string, at: number, end: number, isAlone: boolean): void {
    const depth = this.#open.length
    if (depth === 1 && name === 'body') this.#begin(fullName, end)
    else if (this.#head !== null && depth === this.#childDepth && this.#childAt === null) {
      if (wrappers.has(name) && !isAlone) this.#childDepth += 1
      else {
        this.#childAt = at
        this.#skipped = depth > 2 && properties.has(name)
        if (isAlone) this.#endChild(end)
      }
    }
    if (!isAlone) this.#open.push(fullName)
  }

  #begin(body: string, end: number): void {
    const root = this.#open[0] ?? ''
    this.#head = this.#xml.slice(0, end)
    this.#tail = `</${body}></${root}>`
  }

  #close(fullName: string, name: string, at: number, end: number): void {
    if (this.#open.pop() !== fullName) {
      this.#isDamaged = true
      return
    }
    const depth = this.#open.length
    if (this.#head === null) return
    if (this.#childAt !== null && depth === this.#childDepth) this.#endChild(end)
    else if (wrappers.has(name) && depth === this.#childDepth - 1 && depth >= 2 && this.#childAt === null) {
      this.#childDepth -= 1
    } else if (name === 'body' && depth === 1) this.#endPart(at)
  }

  #endChild(end: number): void {
    const child = this.#xml.slice(this.#childAt ?? end, end)
    this.#childAt = null
    if (this.#skipped) {
      this.#skipped = false
      return
    }
    this.#pieces.push(child)
    this.#length += child.length
    const goesOn = /<(?:\w+:)?numPr\b/u.test(child.slice(0, 4000))
    if (this.#length >= lengths.most || (this.#length >= lengths.wanted && !goesOn)) this.#endPart(end)
  }

  #endPart(end: number): void {
    if (this.#pieces.length === 0 && this.#parts.length > 0) return
    this.#parts.push({ xml: `${this.#head}${this.#pieces.join('')}${this.#tail}`, end })
    this.#pieces = []
    this.#length = 0
  }
}
