/** Reads only the paragraphs, headings and tables of a Word document, as a stream: for one the full converter cannot read. */
import { SaxesParser } from 'saxes'
import { CancelledError } from '../../../shared/failure/failure.ts'
import { escapeMarkup } from '../../../shared/format/markup-text.ts'
import type { WorkContext } from '../../runtime/context.ts'

export interface PlainReading {
  readonly html: string
  /** What is wrong with the markup, where reading had to stop early or mend; null where nothing was. */
  readonly damage: string | null
}

/** Characters of text; beyond them a document is cut short, and `damage` says so. */
const maxCharacters = 16 * 1024 * 1024

const containers: Readonly<Record<string, string>> = { tbl: 'table', tr: 'tr', tc: 'td' }

/** `chunks` are those of `word/document.xml`. Markup that breaks off is read as far as it goes. */
export async function readPlainly(chunks: AsyncIterable<Buffer>, context: WorkContext): Promise<PlainReading> {
  const reader = new PlainReader()
  let decoder: InstanceType<typeof TextDecoder> | null = null
  let damage: string | null = null
  try {
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(wideLabel(chunk) ?? 'utf-8')
      reader.write(decoder.decode(chunk, { stream: true }))
      if (reader.isFull) break
      await context.yieldToEventLoop()
    }
  } catch (error) {
    // A part that is damaged further on is still worth what stands before; a cancel is not to be swallowed.
    if (reader.isEmpty || error instanceof CancelledError) throw error
    damage = error instanceof Error ? error.message : String(error)
  }
  return { html: reader.end(), damage: damage ?? reader.damage }
}

function wideLabel(start: Buffer): string | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : null
}

class PlainReader {
  readonly #parser = new SaxesParser()
  readonly #pieces: string[] = []
  readonly #open: string[] = []
  #paragraph: string[] = []
  #heading = 0
  /** Inside these, text is not what a reader sees: deleted, an alternative for newer programs, a field's instructions. */
  #hidden = 0
  #isText = false
  #characters = 0
  damage: string | null = null

  constructor() {
    this.#parser.on('error', (error) => {
      this.damage ??= error.message
    })
    this.#parser.on('opentag', (tag) => this.#openTag(localName(tag.name), tag.attributes))
    this.#parser.on('closetag', (tag) => this.#closeTag(localName(tag.name)))
    this.#parser.on('text', (text) => {
      if (!this.#isText || this.#hidden > 0) return
      this.#characters += text.length
      this.#paragraph.push(escapeMarkup(text))
    })
  }

  get isFull(): boolean {
    return this.#characters > maxCharacters
  }

  get isEmpty(): boolean {
    return this.#characters === 0
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  end(): string {
    if (this.isFull) this.damage ??= `only the first ${maxCharacters} characters were read`
    else this.#parser.close()
    this.#endParagraph()
    while (this.#open.length > 0) this.#pieces.push(`</${this.#open.pop()}>`)
    return this.#pieces.join('')
  }

  #openTag(name: string, attributes: Readonly<Record<string, string>>): void {
    const container = containers[name]
    if (container !== undefined) {
      this.#endParagraph()
      this.#pieces.push(`<${container}>`)
      this.#open.push(container)
    } else if (name === 'pStyle') this.#heading = headingLevel(attribute(attributes, 'val'))
    else if (name === 't') this.#isText = true
    else if (name === 'tab') this.#paragraph.push('\t')
    else if (name === 'lastRenderedPageBreak') this.#paragraph.push('<hr class="page-break">')
    else if (name === 'br') {
      this.#paragraph.push(attribute(attributes, 'type') === 'page' ? '<hr class="page-break">' : '<br>')
    } else if (name === 'Fallback' || name === 'del') this.#hidden += 1
  }

  #closeTag(name: string): void {
    const container = containers[name]
    if (container !== undefined) {
      this.#endParagraph()
      if (this.#open.at(-1) !== container) return
      this.#open.pop()
      this.#pieces.push(`</${container}>`)
    } else if (name === 't') this.#isText = false
    else if (name === 'p') this.#endParagraph()
    else if ((name === 'Fallback' || name === 'del') && this.#hidden > 0) this.#hidden -= 1
  }

  #endParagraph(): void {
    const text = this.#paragraph.join('')
    const tag = this.#heading > 0 ? `h${this.#heading}` : 'p'
    if (text !== '') this.#pieces.push(`<${tag}>${text}</${tag}>`)
    this.#paragraph = []
    this.#heading = 0
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function attribute(attributes: Readonly<Record<string, string>>, name: string): string | null {
  for (const [key, value] of Object.entries(attributes)) if (localName(key) === name) return value
  return null
}

function headingLevel(style: string | null): number {
  const level = /^heading\s?([1-6])$/iu.exec(style ?? '')?.[1]
  return level === undefined ? 0 : Number(level)
}
