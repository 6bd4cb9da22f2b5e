/**
 * Splits text into records by a dialect, chunk by chunk, and forgives what real files do: stray quotes, quotes never
 * closed, mixed line ends. Strict files come out as RFC 4180 says.
 */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { Dialect } from './dialect.ts'
import { afterLineEnds, isUnclosed, type Scan, scanRecord, type Unclosed } from './scan-record.ts'

/** A row longer than this is no row; without a limit one line of a gigabyte would be held in memory. */
export const maxRecordCharacters = 16 * 1024 * 1024

export interface CsvRecord {
  readonly cells: string[]
  /** 1-based number of the line it begins on. */
  readonly line: number
  /** Some cell was quoted, so the record is no comment and no blank line. */
  readonly quoted: boolean
}

/** A beginning of a record up to this length is looked through again with every chunk. */
const patientCharacters = 256 * 1024

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
