/** Plain text as pages: where a form feed says so, else by length, at an empty line where there is one near. */
import type { DocumentContent } from '../../../shared/document/document.ts'
import type { DocumentFile, DocumentOptions } from '../../pages/document-file.ts'
import { contentOf } from '../../pages/flow/content.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { openText } from './read-text.ts'

/** A novel has one megabyte; what is larger than this is a log or a table, and no one reads it page by page. */
const maxBytes = 32 * 1024 * 1024
const linesOfPage = 60
const charactersOfPage = 4000
/** The last share of a page in which an empty line ends it. */
const nearEnd = 0.8

export async function convertText(
  source: DocumentFile,
  _options: DocumentOptions,
  context: WorkContext,
): Promise<DocumentContent> {
  const text = await openText(source, context, maxBytes)
  const cutter = new PageCutter()
  for await (const chunk of text.chunks()) {
    // A chunk is a million characters: some milliseconds.
    cutter.write(chunk)
    await context.yieldToEventLoop()
  }
  const pages = cutter.end()
  const flowed = (pages.length === 0 ? [''] : pages).map((page) => ({ html: null, text: page, anchors: [] }))
  const flow = { pages: flowed, outline: [], tables: [], titled: null }
  return contentOf(flow, context, { title: null, language: null, metadata: {}, warnings: text.warnings })
}

/** Lines stay as they are; none of the pages is empty, so that blank paper between form feeds is not shown. */
class PageCutter {
  readonly #pages: string[] = []
  #lines: string[] = []
  #characters = 0
  /** The beginning of a line whose end has not come yet. */
  #held = ''

  write(text: string): void {
    const lines = (this.#held + text).split('\n')
    this.#held = lines.pop() ?? ''
    for (const line of lines) this.#line(line)
    // Without line ends, what is held would grow with every part.
    while (this.#held.length > 4 * charactersOfPage) {
      const feed = this.#held.slice(0, charactersOfPage).indexOf('\f')
      if (feed < 0) this.#held = this.#cut(this.#held)
      else {
        this.#line(this.#held.slice(0, feed + 1))
        this.#held = this.#held.slice(feed + 1)
      }
    }
  }

  end(): string[] {
    this.#line(this.#held)
    this.#held = ''
    this.#endPage()
    return this.#pages
  }

  #line(line: string): void {
    for (const [index, part] of line.split('\f').entries()) {
      if (index > 0) this.#endPage()
      let rest = part
      while (rest.length > charactersOfPage) rest = this.#cut(rest)
      this.#put(rest)
    }
  }

  /** Puts a line longer than a page, as text without line ends has it, up to where a word ends; gives the rest. */
  #cut(line: string): string {
    const space = line.lastIndexOf(' ', charactersOfPage)
    const low = line.charCodeAt(charactersOfPage)
    const at = space > 0 ? space + 1 : charactersOfPage + (low >= 0xdc00 && low <= 0xdfff ? 1 : 0)
    this.#put(line.slice(0, at))
    return line.slice(at)
  }

  #put(line: string): void {
    const full = this.#lines.length >= linesOfPage || this.#characters + line.length > charactersOfPage
    const nearly = this.#lines.length >= linesOfPage * nearEnd || this.#characters >= charactersOfPage * nearEnd
    if (full || (nearly && line.trim() === '')) this.#endPage()
    this.#lines.push(line)
    this.#characters += line.length + 1
  }

  #endPage(): void {
    const page = this.#lines
      .join('\n')
      .replace(/^(?:[ \t]*\n)+/u, '')
      .trimEnd()
    if (page !== '') this.#pages.push(page)
    this.#lines = []
    this.#characters = 0
  }
}
