/**
 * Finds the dialect of a file from its first part. After van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by
 * detecting row and type patterns" (Data Mining and Knowledge Discovery, 2019): each candidate dialect is scored by how
 * regular the rows are that it makes (pattern score) times how many of its cells look like one value (type score). Ours
 * adds a mild prior for the delimiters people choose on purpose, and pays for quotes only where they do something.
 */
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import { looksLikeOneCell, looksMeasured } from './cell-type.ts'
import type { Dialect } from './dialect.ts'
import { type CsvRecord, tokenize } from './tokenizer.ts'
import { quotesWellFormed } from './well-formed.ts'
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

/** Quote and escape worth trying: only characters that stand where a quote can. */
function quotings(sample: string, delimiter: string, asked?: Dialect['quote']): Pick<Dialect, 'quote' | 'escape'>[] {
  if (asked === '') return [{ quote: '', escape: 'none' }]
  if (asked !== undefined) {
    const escapes = sample.includes(`\\${asked}`) ? (['double', 'backslash'] as const) : (['double'] as const)
    return escapes.map((way) => ({ quote: asked, escape: way }))
  }
  const list: Pick<Dialect, 'quote' | 'escape'>[] = [{ quote: '"', escape: 'double' }]
  if (sample.includes('\\"')) list.push({ quote: '"', escape: 'backslash' })
  const single = (text: string): boolean => sample.includes(text)
  const opens = single(`${delimiter}'`) || single(`\n'`) || single(`\r'`) || sample.startsWith(`'`)
  const closes = single(`'${delimiter}`) || single(`'\n`) || single(`'\r`) || sample.endsWith(`'`)
  if (opens && closes) {
    list.push({ quote: "'", escape: 'double' })
    if (sample.includes("\\'")) list.push({ quote: "'", escape: 'backslash' })
  }
  if (sample.includes('"') && !quotesWellFormed(sample, delimiter)) list.push({ quote: '', escape: 'none' })
  return list
}

/** Consistency: pattern score times type score, with the prior; below zero is impossible, one is perfect. */
function score(rows: readonly CsvRecord[], dialect: Dialect, prior: number): number {
  const patterns = new Map<number, number>()
  let cells = 0
  let known = 0
  let count = 0
  let strayQuotes = 0
  for (const { cells: row, quoted } of rows) {
    if (row.length === 1 && row[0]?.trim() === '' && !quoted) continue
    count += 1
    patterns.set(row.length, (patterns.get(row.length) ?? 0) + 1)
    for (const cell of row) {
      cells += 1
      if (isStray(cell, dialect) || (!quoted && holdsTab(cell))) strayQuotes += 1
      else if (looksLikeOneCell(cell) || (quoted && !cell.includes(dialect.delimiter || '\u0000'))) known += 1
      else if (quoted) known += 1
    }
  }
  if (count === 0) return 0
  // A space or a colon separates cells only where it does so row after row; in sentences it does not.
  const usual = Math.max(...patterns.values())
  if (prior < 0.7 && usual < 0.6 * count) return 0
  if (dialect.delimiter === ' ' && !separatesFigures(rows, patterns, usual)) return 0
  let pattern = 0
  for (const [width, times] of patterns) pattern += times * (Math.max(0.001, width - 1) / width)
  // The paper divides by the number of patterns; a few odd rows in many must not halve the score, so by their entropy.
  const spread = effectivePatterns([...patterns.values()], count)
  const type = Math.max(1e-10, known / Math.max(1, cells)) * (1 - (0.5 * strayQuotes) / Math.max(1, cells))
  return ((prior * pattern) / count / spread) * type
}

/** Words with a blank between them are one name; nobody sets a table without any figure in single blanks. */
function separatesFigures(rows: readonly CsvRecord[], patterns: ReadonlyMap<number, number>, usual: number): boolean {
  const [width = 1] = [...patterns].find(([, times]) => times === usual) ?? []
  const fitting = rows.filter(({ cells }) => cells.length === width)
  return Array.from({ length: width }, (_, column) => column).some(
    (column) => fitting.filter(({ cells }) => looksMeasured(cells[column] ?? '')).length >= 0.6 * fitting.length,
  )
}

/** A tab between two words of a cell: it stands in a file to separate, hardly ever in a value. */
function holdsTab(cell: string): boolean {
  return cell.trim().includes('\t')
}

/** Two raised to the entropy of the row patterns: 1 when all rows are alike. */
function effectivePatterns(counts: readonly number[], total: number): number {
  const entropy = counts.reduce((sum, times) => sum - (times / total) * Math.log2(times / total), 0)
  return 2 ** entropy
}

/** A quote left over at the edge of a cell: the mark of a wrong quote or a wrong delimiter. */
function isStray(cell: string, dialect: Dialect): boolean {
  const word = cell.trim()
  if (dialect.escape !== 'backslash' && dialect.quote !== '' && cell.includes(`\\${dialect.quote}`)) return true
  const edge = (quote: string): boolean => word.startsWith(quote) !== word.endsWith(quote) || word === quote
  if (dialect.quote !== '"' && (edge('"') || (word.length > 1 && word.startsWith('"')))) return true
  return dialect.quote !== "'" && word.length > 1 && word.startsWith("'") && word.endsWith("'")
}

/** Old Mac line ends, alone or mixed with others. A return inside text that is otherwise ended by `\n` is left alone. */
function usesLoneReturn(sample: string): boolean {
  const lone = sample.match(/\r(?!\n)/gu)?.length ?? 0
  if (lone === 0 || (lone === 1 && sample.endsWith('\r'))) return false
  const feeds = sample.match(/\n/gu)?.length ?? 0
  if (feeds === 0) return true
  // Returns that end rows stand outside quotes, with text of a row's length on both sides.
  const unquoted = sample.replace(/"(?:[^"]|"")*"/gu, '')
  const inRows = unquoted.match(/\r(?!\n)/gu)?.length ?? 0
  if (inRows === 0) return false
  const lines = unquoted.split(/\r\n|\n|\r/u).filter((line) => line.trim() !== '')
  const counts = (mark: string): number => new Set(lines.map((line) => line.split(mark).length)).size
  const regular = [',', ';', '\t', '|'].some((mark) => unquoted.includes(mark) && counts(mark) <= 2)
  return regular || inRows > feeds
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
