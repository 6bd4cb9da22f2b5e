/** The text of a page from pieces of markup: a line of text a line, an empty line between blocks, cells set by tabs. */

/** From the weakest to the strongest; between two pieces of text the strongest asked for stands. */
const separators = ['', ' ', '\t', '\n', '\n\n'] as const
export type Separator = (typeof separators)[number]

export class PageText {
  #pieces: string[] = []
  #pending = 0
  /** Characters so far. */
  length = 0

  separate(separator: Separator): void {
    this.#pending = Math.max(this.#pending, separators.indexOf(separator))
  }

  /** White space is one space, as in a browser; gives what was added, or an empty string. */
  add(text: string): string {
    const inner = text.replace(/[ \t\r\n\f]+/gu, ' ')
    if (inner.startsWith(' ')) this.separate(' ')
    const trimmed = inner.trim()
    if (trimmed === '') return ''
    this.#append(trimmed)
    if (inner.endsWith(' ')) this.separate(' ')
    return trimmed
  }

  /** Text whose white space counts. */
  addAsItStands(text: string): void {
    if (text !== '') this.#append(text)
  }

  /** What it holds; it is empty after. */
  take(): string {
    const text = this.#pieces.join('').trimEnd()
    this.#pieces = []
    this.#pending = 0
    this.length = 0
    return text
  }

  #append(text: string): void {
    if (this.length > 0) {
      const wanted = separators[this.#pending] ?? ''
      // What stands at the end of preformatted text counts towards the empty line after it.
      const last = this.#pieces.at(-1) ?? ''
      const ended = last.endsWith('\n\n') ? 2 : last.endsWith('\n') ? 1 : 0
      const separator = wanted.startsWith('\n') ? wanted.slice(ended) : wanted
      this.#pieces.push(separator)
      this.length += separator.length
    }
    this.#pending = 0
    this.#pieces.push(text)
    this.length += text.length
  }
}

/** Runs of characters between spaces that have a letter or a digit. */
export function countWords(text: string): number {
  let words = 0
  for (const [run] of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(run)) words += 1
  return words
}
