/** One record of a delimited text, or the line ends before the next, read from a place on. */
import { StoryglassError } from '../../../shared/failure/failure.ts'
import type { Dialect } from './dialect.ts'

/** A row of more cells is no row of a table; an array of them would take far more memory than the text they stand in. */
export const maxRecordCells = 200_000
/** A quoted cell that runs on for more lines than this was never meant to be open. */
const maxLinesInCell = 5000

const lineFeed = 10
const carriageReturn = 13
const spaceCode = 32
const barCode = '|'.charCodeAt(0)
const backslash = 92

export interface Scan {
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
export interface Unclosed {
  readonly unclosed: true
  readonly strayAt: number
}

export function isUnclosed(scan: Scan | Unclosed): scan is Unclosed {
  return 'unclosed' in scan
}

/** The line ends from `position` on, and the index behind them: a file may have nothing but millions of them. */
export function afterLineEnds(
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
export function scanRecord(
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
