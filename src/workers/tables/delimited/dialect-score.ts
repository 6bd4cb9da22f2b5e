/** How well a dialect makes rows of a text: see `detect.ts`, which tries them. */
import { looksLikeOneCell, looksMeasured } from './cell-type.ts'
import type { Dialect } from './dialect.ts'
import type { CsvRecord } from './tokenizer.ts'

/** Consistency: pattern score times type score, with the prior; below zero is impossible, one is perfect. */
export function score(rows: readonly CsvRecord[], dialect: Dialect, prior: number): number {
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
      else if (quoted || looksLikeOneCell(cell)) known += 1
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
export function isStray(cell: string, dialect: Dialect): boolean {
  const word = cell.trim()
  if (dialect.escape !== 'backslash' && dialect.quote !== '' && cell.includes(`\\${dialect.quote}`)) return true
  if (dialect.quote !== '"' && (word.startsWith('"') || word.endsWith('"'))) return true
  return dialect.quote !== "'" && word.length > 1 && word.startsWith("'") && word.endsWith("'")
}
