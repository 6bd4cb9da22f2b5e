/**
 * Splits text into records by a dialect, chunk by chunk, and forgives what real files do: stray quotes, quotes never
 * closed, mixed line ends. Strict files come out as RFC 4180 says.
 */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { Dialect } from './dialect.ts'

/** A row longer than this is no row; without a limit one line of a gigabyte would be held in memory. */
export const maxRecordCharacters = 16 * 1024 * 1024
/** A row of more cells is no row of a table; an array of them would take far more memory than the text they stand in. */
export const maxRecordCells = 200_000
/** A quoted cell that runs on for more lines than this was never meant to be open. */
const maxLinesInCell = 5000

export interface CsvRecord {
  readonly cells: string[]
  /** 1-based number of the line it begins on. */
  readonly line: number
  /** Some cell was quoted, so the record is no comment and no blank line. */
  readonly quoted: boolean
}

/** A beginning of a record up to this length is looked through again with every chunk. */
const patientCharacters = 256 * 1024

const lineFeed = 10
const carriageReturn = 13
const spaceCode = 32
const barCode = '|'.charCodeAt(0)
const backslash = 92

interface Scan {
  readonly cells: string[]
  readonly quoted: boolean
  /** Index after the record and its terminator. */
  readonly end: number
  readonly lines: number
  /** A quote stood where no quote can, with a line break before it in the same cell. */
  readonly suspect: boolean
  /** Where the first cell opens in which a quote stands that nobody escaped; -1 where there is none. */
  readonly strayAt: number
}

/** A quoted cell never ends, or runs on for so long that its quote must be a stray one. */
interface Unclosed {
  readonly unclosed: true
  readonly strayAt: number
}

function isUnclosed(scan: Scan | Unclosed): scan is Unclosed {
  return 'unclosed' in scan
}

/** `count` empty lines, one after the other. */
export type OnEmptyLines = (count: number) => void

export class Tokenizer {
  readonly #dialect: Dialect
  readonly #onRecord: (record: CsvRecord) => void
  readonly #onEmptyLines: OnEmptyLines | null
  #rest = ''
  /** What came since `#rest` was last looked through, in which no record ended. */
  #unseen: string[] = []
  #unseenCharacters = 0
  #line = 1
  /** Number of cells of the latest records, to judge a suspect one by. */
  #usualWidth = 0

  /** Without `onEmptyLines` each of them is a record of one empty cell. */
  constructor(dialect: Dialect, onRecord: (record: CsvRecord) => void, onEmptyLines: OnEmptyLines | null = null) {
    this.#dialect = dialect
    this.#onRecord = onRecord
    this.#onEmptyLines = onEmptyLines
  }

  push(chunk: string): void {
    this.#unseen.push(chunk)
    this.#unseenCharacters += chunk.length
    // A record is looked through from its beginning. One of many chunks is so each time it has doubled, not at each chunk:
    // the whole is then linear in its length.
    const isPatient = this.#rest.length > Math.max(patientCharacters, this.#unseenCharacters)
    if (!isPatient) this.#consume(this.#takeAll(), false)
    this.#assertNotTooLong()
  }

  end(): void {
    this.#consume(this.#takeAll(), true)
  }

  #takeAll(): string {
    const text = this.#rest + this.#unseen.join('')
    this.#unseen = []
    this.#unseenCharacters = 0
    return text
  }

  #assertNotTooLong(): void {
    if (this.#rest.length + this.#unseenCharacters > maxRecordCharacters) {
      throw new StoryglassError(
        'damaged_text',
        note('failed.longLine', { line: this.#line, most: maxRecordCharacters }),
      )
    }
  }

  #consume(text: string, final: boolean): void {
    let position = 0
    while (position < text.length) {
      const emptyLines = afterLineEnds(text, position, final, this.#dialect.loneReturn)
      if (emptyLines.count > 0) {
        this.#usualWidth = 1
        this.#tellEmptyLines(emptyLines.count)
        position = emptyLines.end
        continue
      }
      const scan = this.#scan(text, position, final)
      if (scan === null) break
      const { quoted } = scan
      const cells = this.#dialect.wrapsRows && quoted ? this.#unwrapped(scan.cells) : scan.cells
      this.#usualWidth = cells.length
      this.#onRecord({ cells, line: this.#line, quoted })
      this.#line += scan.lines
      position = scan.end
    }
    this.#rest = text.slice(position)
  }

  #tellEmptyLines(count: number): void {
    if (this.#onEmptyLines === null) {
      for (let index = 0; index < count; index += 1)
        this.#onRecord({ cells: [''], line: this.#line + index, quoted: false })
    } else this.#onEmptyLines(count)
    this.#line += count
  }

  /** The cells of a row that was quoted as a whole; those given where it was not. */
  #unwrapped(cells: string[]): string[] {
    const [only] = cells
    if (only === undefined || cells.length > 1) return cells
    const [row, ...more] = tokenize(only, { ...this.#dialect, wrapsRows: false })
    return row === undefined || more.length > 0 ? cells : row.cells
  }

  /**
   * One record, or null when the text ends before it does. A record that makes no sense is read with its inner quotes as
   * they stand where it then has as many cells as the one before, else without any quotes.
   */
  #scan(text: string, start: number, final: boolean): Scan | null {
    const scan = scanRecord(text, start, final, this.#dialect)
    if (scan === null) return null
    const mended = this.#withStrayQuote(text, start, final, scan)
    if (!isUnclosed(scan) && !scan.suspect) return mended ?? scan
    if (this.#dialect.escape === 'double' && this.#usualWidth > 1) {
      const lenient = scanRecord(text, start, final, { ...this.#dialect, escape: 'none' })
      const isRow = lenient !== null && !isUnclosed(lenient) && lenient.cells.length === this.#usualWidth
      if (isRow && lenient.lines === 1) return lenient
    }
    if (mended !== null) return mended
    if (isUnclosed(scan)) return scanRecord(text, start, final, { ...this.#dialect, quote: '' }) as Scan | null
    const literal = scanRecord(text, start, final, { ...this.#dialect, quote: '' }) as Scan | null
    if (literal === null) return scan
    const fits = (candidate: Scan): boolean => candidate.cells.length === this.#usualWidth
    return fits(scan) && !fits(literal) ? scan : literal
  }

  /** The record with one opening quote as a character of its cell, where only so it is as wide as the one before. */
  #withStrayQuote(text: string, start: number, final: boolean, scan: Scan | Unclosed): Scan | null {
    if (scan.strayAt < 0 || this.#usualWidth < 2) return null
    if (!isUnclosed(scan) && scan.cells.length === this.#usualWidth) return null
    const mended = scanRecord(text, start, final, this.#dialect, scan.strayAt)
    const isRow = mended !== null && !isUnclosed(mended) && mended.cells.length === this.#usualWidth
    return isRow && mended.strayAt < 0 ? mended : null
  }
}

/** The line ends from `position` on, and the index behind them: a file may have nothing but millions of them. */
function afterLineEnds(
  text: string,
  position: number,
  final: boolean,
  loneReturn: boolean,
): { readonly count: number; readonly end: number } {
  let count = 0
  let end = position
  for (;;) {
    const next = afterLineEnd(text, end, final, loneReturn)
    if (next === end) return { count, end }
    count += 1
    end = next
  }
}

/** Index behind the line end at `position`; `position` itself where there is none, or more text has to tell. */
function afterLineEnd(text: string, position: number, final: boolean, loneReturn: boolean): number {
  const code = text.charCodeAt(position)
  if (code === lineFeed) return position + 1
  if (code !== carriageReturn) return position
  if (position + 1 >= text.length) return final ? position + 1 : position
  if (text.charCodeAt(position + 1) === lineFeed) return position + 2
  return loneReturn ? position + 1 : position
}

/** Reads one record from `start`. Null: more text is needed. `literalAt`: the quote there opens no cell. */
function scanRecord(
  text: string,
  start: number,
  final: boolean,
  dialect: Dialect,
  literalAt = -1,
): Scan | null | Unclosed {
  const { delimiter, collapse, skipsSpace, loneReturn } = dialect
  const quoteCode = dialect.quote === '' ? -1 : dialect.quote.charCodeAt(0)
  const firstCode = delimiter === '' ? -1 : delimiter.charCodeAt(0)
  const escapes = dialect.escape === 'backslash'
  const length = text.length
  const cells: string[] = []
  let position = start
  let lines = 1
  let quoted = false
  let suspect = false
  let strayAt = -1
  const isDelimiter = (index: number): boolean =>
    text.charCodeAt(index) === firstCode && (delimiter.length === 1 || text.startsWith(delimiter, index))

  if (collapse) while (isDelimiter(position)) position += delimiter.length
  for (;;) {
    // A cell begins. Spaces before a quote are not part of it.
    let opening = position
    if (quoteCode !== -1 || skipsSpace) {
      while (firstCode !== spaceCode && text.charCodeAt(opening) === spaceCode) opening += 1
      if (skipsSpace) position = opening
    }
    if (opening >= length && !final) return null
    let cell: string
    if (text.charCodeAt(opening) === quoteCode && opening !== literalAt) {
      quoted = true
      let from = opening + 1
      let index = from
      cell = ''
      let breaks = 0
      // Put right at the end of the cell: a text put together of millions of pieces takes many times its length.
      let hasDoubled = false
      for (;;) {
        if (index >= length) return final ? { unclosed: true, strayAt: strayAt < 0 ? opening : strayAt } : null
        const code = text.charCodeAt(index)
        if (escapes && code === backslash) {
          const next = text.charCodeAt(index + 1)
          // Only a quote or another backslash is escaped; `C:\temp` keeps its backslash.
          if (next === quoteCode || next === backslash) {
            cell += text.slice(from, index)
            from = index + 1
            index += 2
            continue
          }
        } else if (code === quoteCode) {
          if (index + 1 >= length && !final) return null
          if (
            dialect.escape !== 'none' &&
            text.charCodeAt(index + 1) === quoteCode &&
            !(escapes && endsCell(index + 2))
          ) {
            if (escapes) {
              cell += text.slice(from, index + 1)
              from = index + 2
            } else hasDoubled = true
            index += 2
            continue
          }
          const end = endsCell(index + 1)
          if (end === null) return null
          if (end) {
            const last = text.slice(from, index)
            cell += hasDoubled ? last.replaceAll(dialect.quote + dialect.quote, dialect.quote) : last
            position = index + 1
            break
          }
          // A quote in the middle of a quoted cell that nobody escaped: part of the text.
          if (breaks > 0) suspect = true
          if (strayAt < 0) strayAt = opening
        } else if (code === lineFeed || (code === carriageReturn && text.charCodeAt(index + 1) !== lineFeed)) {
          breaks += 1
          if (breaks > maxLinesInCell) return { unclosed: true, strayAt: strayAt < 0 ? opening : strayAt }
        }
        index += 1
      }
      lines += breaks
      while (firstCode !== spaceCode && text.charCodeAt(position) === spaceCode) position += 1
    } else {
      let index = position
      let unescaped = ''
      let from = position
      for (; index < length; index += 1) {
        const code = text.charCodeAt(index)
        if (code === firstCode && (delimiter.length === 1 || text.startsWith(delimiter, index))) break
        if (code === lineFeed) break
        if (code === carriageReturn && (loneReturn || text.charCodeAt(index + 1) === lineFeed || index + 1 >= length))
          break
        if (escapes && code === backslash) {
          const next = text.charCodeAt(index + 1)
          if (next === quoteCode || next === backslash || isDelimiter(index + 1)) {
            unescaped += text.slice(from, index)
            from = index + 1
            index += 1
          }
        }
      }
      if (index >= length && !final) return null
      cell = unescaped === '' ? text.slice(from, index) : unescaped + text.slice(from, index)
      // A table drawn with bars has blanks on both sides of each.
      if (skipsSpace && firstCode === barCode) cell = withoutBlanksBehind(cell)
      position = index
    }
    cells.push(cell)
    if (cells.length > maxRecordCells) {
      throw new StoryglassError('too_large', `more than ${maxRecordCells.toLocaleString('en')} cells in one row`)
    }
    if (position >= length) return { cells, quoted, end: length, lines, suspect, strayAt }
    const code = text.charCodeAt(position)
    if (code === lineFeed) return { cells, quoted, end: position + 1, lines, suspect, strayAt }
    if (code === carriageReturn) {
      if (position + 1 >= length && !final) return null
      const end = text.charCodeAt(position + 1) === lineFeed ? position + 2 : position + 1
      return { cells, quoted, end, lines, suspect, strayAt }
    }
    position += delimiter.length
    if (collapse) {
      while (isDelimiter(position)) position += delimiter.length
      if (position >= length && !final) return null
      const next = text.charCodeAt(position)
      const ends = position >= length || next === lineFeed || next === carriageReturn
      if (ends) {
        if (position >= length) return { cells, quoted, end: length, lines, suspect, strayAt }
        if (next === carriageReturn && position + 1 >= length && !final) return null
        const wide = next === carriageReturn && text.charCodeAt(position + 1) === lineFeed
        return { cells, quoted, end: position + (wide ? 2 : 1), lines, suspect, strayAt }
      }
    }
  }

  /** Whether a cell may end at `index`: a delimiter, a line end, the end, or spaces before one. Null: cannot tell yet. */
  function endsCell(index: number): boolean | null {
    let at = index
    while (firstCode !== spaceCode && text.charCodeAt(at) === spaceCode) at += 1
    if (at >= length) return final ? true : null
    const code = text.charCodeAt(at)
    return code === lineFeed || code === carriageReturn || isDelimiter(at)
  }
}

/** By hand: a pattern for it takes time by the square of the longest run of blanks. */
function withoutBlanksBehind(text: string): string {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) === spaceCode) end -= 1
  return text.slice(0, end)
}

/** All records of a text held in memory. */
export function tokenize(text: string, dialect: Dialect, limit = Number.POSITIVE_INFINITY, whole = true): CsvRecord[] {
  const records: CsvRecord[] = []
  const tokenizer = new Tokenizer(dialect, (record) => {
    if (records.length < limit) records.push(record)
  })
  tokenizer.push(text)
  if (whole) tokenizer.end()
  return records
}
