/**
 * Counts the records of a CSV file from its bytes, as DuckDB's reader tells them apart, without making a cell of them.
 * What a reader delivers can so be held against what there is to deliver.
 */
import type { Dialect } from './dialect.ts'

const lineFeed = 10
const carriageReturn = 13
const backslash = 92

const cellStart = 0
const unquoted = 1
const quoted = 2
/** After a quote inside a quoted cell: the cell's end, or the first half of a doubled quote. */
const quoteSeen = 3
const escapedInQuotes = 4
type State = typeof cellStart | typeof unquoted | typeof quoted | typeof quoteSeen | typeof escapedInQuotes

/**
 * For encodings in which the bytes of a delimiter, a quote and a line feed stand for nothing else: UTF-8, the
 * single-byte code pages, Shift JIS, Big5, GB 18030. Records end in LF or CRLF; empty lines are no records.
 */
export class RecordCounter {
  readonly #delimiter: number
  /** -1 where nothing quotes. */
  readonly #quote: number
  readonly #escapes: boolean
  #state: State = cellStart
  /** Bytes of the record under way other than a carriage return. */
  #filled = false
  #records = 0

  private constructor(delimiter: number, quote: number, escapes: boolean) {
    this.#delimiter = delimiter
    this.#quote = quote
    this.#escapes = escapes
  }

  /** Null for dialects whose records cannot be told from single bytes. */
  static of(dialect: Dialect): RecordCounter | null {
    const { delimiter, quote, collapse, skipsSpace, loneReturn, wrapsRows } = dialect
    if (delimiter.length !== 1 || delimiter.charCodeAt(0) > 127 || collapse) return null
    if (skipsSpace || loneReturn || wrapsRows) return null
    return new RecordCounter(
      delimiter.charCodeAt(0),
      quote === '' ? -1 : quote.charCodeAt(0),
      quote !== '' && dialect.escape === 'backslash',
    )
  }

  push(bytes: Buffer): void {
    const couldQuote = this.#quote !== -1 && bytes.includes(this.#quote)
    if (!couldQuote && (this.#state === cellStart || this.#state === unquoted)) this.#pushLines(bytes)
    else this.#pushBytes(bytes)
  }

  /** Records so far, one that no line feed ends included. */
  count(): number {
    return this.#records + (this.#filled ? 1 : 0)
  }

  /** No quote opens here: records are lines, and the native search for line feeds is several times as fast. */
  #pushLines(bytes: Buffer): void {
    let start = 0
    let filled = this.#filled
    for (let feed = bytes.indexOf(lineFeed); feed !== -1; feed = bytes.indexOf(lineFeed, start)) {
      const empty = feed === start || (feed === start + 1 && bytes[start] === carriageReturn)
      if (filled || !empty) this.#records += 1
      filled = false
      start = feed + 1
      // Searched for one by one, a run of empty lines takes far longer.
      while (bytes[start] === lineFeed) start += 1
    }
    const left = bytes.length - start
    if (left > 0) {
      filled ||= left > 1 || bytes[start] !== carriageReturn
      this.#state = bytes[bytes.length - 1] === this.#delimiter ? cellStart : unquoted
    } else this.#state = cellStart
    this.#filled = filled
  }

  #pushBytes(bytes: Buffer): void {
    const [delimiter, quote, escapes] = [this.#delimiter, this.#quote, this.#escapes]
    const { length } = bytes
    let state: State = this.#state
    let filled = this.#filled
    let records = this.#records
    let index = 0
    while (index < length) {
      if (state === quoted) {
        let byte = bytes[index]
        while (byte !== quote && !(escapes && byte === backslash) && index < length) byte = bytes[++index]
        if (index < length) state = byte === quote ? quoteSeen : escapedInQuotes
        index += 1
        continue
      }
      const byte = bytes[index]
      index += 1
      if (state === escapedInQuotes) {
        state = quoted
      } else if (byte === lineFeed) {
        if (filled) records += 1
        filled = false
        state = cellStart
      } else if (byte === delimiter) {
        filled = true
        state = cellStart
      } else if (byte === quote && (state === cellStart || (state === quoteSeen && !escapes))) {
        filled = true
        state = quoted
      } else if (byte !== carriageReturn) {
        filled = true
        state = unquoted
        // The rest of the cell: nothing but its end matters in it.
        while (index < length && bytes[index] !== delimiter && bytes[index] !== lineFeed) index += 1
      }
    }
    this.#state = state
    this.#filled = filled
    this.#records = records
  }
}
