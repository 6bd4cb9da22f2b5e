/**
 * Finds the dialect of a file from its first part. After van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
 * detecting row and type patterns" (Data Mining and Knowledge Discovery, 2019): each candidate dialect is scored by how
 * regular the rows are that it makes (pattern score) times how many of its cells look like one value (type score). Ours
 * adds a mild prior for the delimiters people choose on purpose, and pays for quotes only where they do something.
 */
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import { looksMeasured } from './cell-type.ts'
import type { Dialect } from './dialect.ts'
import { score } from './dialect-score.ts'
import { usesLoneReturn } from './lone-returns.ts'
import { quotings } from './quotings.ts'
import { type CsvRecord, tokenize } from './tokenizer.ts'
import { delimitersInsideValues } from './whole-lines.ts'
import { unwrapped } from './wrapped-rows.ts'

/**
 * Prior of a delimiter. Those of two characters make fewer cells than their halves, which the pattern score likes less:
 * they win only when every other column would be empty.
 */
const delimiters: readonly (readonly [delimiter: string, prior: number, collapse: boolean])[] = [
  [',', 1, false],
  ['\t', 1, false],
  [';', 1, false],
  ['|', 1, false],
  ['||', 1.3, false],
  ['::', 1.2, false],
  [';;', 1.3, false],
  ['|~|', 1.05, false],
  ['~|~', 1.05, false],
  ['\u0001', 1, false],
  ['\u001f', 1, false],
  ['^', 0.9, false],
  ['~', 0.9, false],
  ['¦', 0.95, false],
  ['§', 0.9, false],
  ['!', 0.6, false],
  ['#', 0.6, false],
  ['&', 0.6, false],
  [':', 0.6, false],
  [' ', 0.55, false],
  [' ', 0.6, true],
]
const maxRecords = 250
const maxCharacters = 64 * 1024

/** What a person says of it. */
export type AskedDialect = Pick<ReadingOptions, 'delimiter' | 'quote'>

export interface DetectedDialect {
  readonly dialect: Dialect
  /** The best one with another delimiter; null where none came into question. */
  readonly runnerUp: Dialect | null
}

/** `text` is the beginning of the file; `whole` when it is all of it. */
export function detectDialect(text: string, whole: boolean): Dialect {
  return detectDialects(text, whole).dialect
}

export function detectDialects(text: string, whole: boolean, asked: AskedDialect = {}): DetectedDialect {
  const sample = text.slice(0, maxCharacters)
  const complete = whole && sample.length === text.length
  const rows =
    asked.quote === undefined ? unwrapped(sample, (inner) => detectPlain(inner, complete, asked).dialect) : null
  if (rows === null) return detectPlain(sample, complete, asked)
  return { dialect: { ...rows.dialect, loneReturn: usesLoneReturn(sample), wrapsRows: true }, runnerUp: null }
}

/** Of rows that are not quoted as a whole. */
function detectPlain(sample: string, complete: boolean, asked: AskedDialect): DetectedDialect {
  const loneReturn = usesLoneReturn(sample)
  const plain = { skipsSpace: false, loneReturn, wrapsRows: false }
  let best: Dialect = { delimiter: '', collapse: false, quote: '"', escape: 'double', ...plain }
  let bestScore = score(records(sample, best, complete), best, 1)
  let runnerUp: Dialect | null = null
  let runnerUpScore = 0
  const weakAllowed = !isMeasuredByLine(sample)
  const insideValues = delimitersInsideValues(sample)
  const candidates = asked.delimiter === undefined ? delimiters : ([[asked.delimiter, 1, false]] as const)
  if (asked.delimiter !== undefined) bestScore = -1
  for (const [delimiter, prior, collapse] of candidates) {
    const isDoubtful = (prior < 0.7 && !weakAllowed) || insideValues.has(delimiter)
    if (!sample.includes(delimiter) || (asked.delimiter === undefined && isDoubtful)) continue
    for (const quoting of quotings(sample, delimiter, asked.quote)) {
      const dialect: Dialect = { delimiter, collapse, ...quoting, ...plain }
      const found = score(records(sample, dialect, complete), dialect, prior)
      if (found > bestScore * 1.000001) {
        if (best.delimiter !== delimiter) [runnerUp, runnerUpScore] = [best, bestScore]
        best = dialect
        bestScore = found
      } else if (delimiter !== best.delimiter && found > runnerUpScore) [runnerUp, runnerUpScore] = [dialect, found]
    }
  }
  if (asked.quote !== undefined)
    best = { ...best, quote: asked.quote, escape: asked.quote === '' ? 'none' : best.escape }
  return { dialect: { ...best, skipsSpace: followsWithSpace(sample, best, complete) }, runnerUp }
}

/** Whole lines that are times, dates or numbers (`10:15`, `5 May 2024`): no colon or space in them separates cells. */
function isMeasuredByLine(sample: string): boolean {
  const lines = sample.split(/\r\n|\n|\r/u, 200).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.slice(1).filter(looksMeasured).length >= 0.8 * (lines.length - 1)
}

function records(sample: string, dialect: Dialect, complete: boolean): CsvRecord[] {
  const found = tokenize(sample, dialect, maxRecords, complete)
  return found.length === 0 ? tokenize(sample, dialect, maxRecords, true) : found
}

/** Nearly every delimiter is followed by a space that no value needs: `a, b, c`. */
function followsWithSpace(sample: string, dialect: Dialect, complete: boolean): boolean {
  if (dialect.delimiter === '' || dialect.delimiter.endsWith(' ')) return false
  let after = 0
  let spaced = 0
  for (const { cells } of records(sample, dialect, complete)) {
    for (const cell of cells.slice(1)) {
      if (cell === '' || /^:?-+:?$/u.test(cell)) continue
      after += 1
      if (cell.startsWith(' ')) spaced += 1
    }
  }
  return after > 0 && spaced >= 0.9 * after
}
