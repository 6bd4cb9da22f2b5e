/**
 * Rows that sum up other rows: totals, subtotals, averages. Told by their label, or by its lack, and proved by
 * arithmetic: in most measures the row equals the sum (or mean) of the rows above it. What is not proved is a record.
 */
import { namesMean, namesSum } from './words.ts'

/** A row as far as totals care. Both lists have a place for each column of the table. */
export interface LedgerRow {
  /** As it stands, trimmed; '' where nothing stands. */
  readonly texts: readonly string[]
  /** Null where there is no number, or the column is no measure. */
  readonly numbers: readonly (number | null)[]
}

export interface ProvedTotal {
  /** Index among the rows given. */
  readonly row: number
  readonly kind: 'sum' | 'mean'
}

/** Sums and counts of a set of rows, by column. */
class Tally {
  readonly sums: number[]
  readonly sizes: number[]
  readonly counts: number[]
  rows = 0

  constructor(columns: number) {
    this.sums = Array.from({ length: columns }, () => 0)
    this.sizes = Array.from({ length: columns }, () => 0)
    this.counts = Array.from({ length: columns }, () => 0)
  }

  add(numbers: LedgerRow['numbers']): void {
    this.rows += 1
    for (const [column, value] of numbers.entries()) {
      if (value === null) continue
      this.sums[column] = (this.sums[column] ?? 0) + value
      this.sizes[column] = (this.sizes[column] ?? 0) + Math.abs(value)
      this.counts[column] = (this.counts[column] ?? 0) + 1
    }
  }
}

/** Rows that a total without a label needs above it: the second number of a list often equals the first. */
const fewestWithoutLabel = 3
/** Of the rows so far, those with something in a label column, for a blank in it to say something. */
const labelledShare = 0.8

/** In one pass, each row against the rows since the last total and against all records so far. */
export function findTotals(rows: readonly LedgerRow[]): ProvedTotal[] {
  const columns = rows.reduce((most, { numbers }) => Math.max(most, numbers.length), 0)
  const places = decimalPlaces(rows, columns)
  const all = new Tally(columns)
  let block = new Tally(columns)
  const labelled = Array.from({ length: columns }, () => 0)
  const found: ProvedTotal[] = []
  /** Labels of the records so far: a category called Total stands among them more than once. */
  const categories = new Set<string>()
  for (const [index, row] of rows.entries()) {
    const claim = labelsOf(row).some((label) => categories.has(label)) ? null : claimOf(row, labelled, all.rows)
    const kind = claim === null ? null : prove(row, claim, block, all, places)
    if (kind !== null) {
      found.push({ row: index, kind })
      if (kind === 'sum') block = new Tally(columns)
      continue
    }
    all.add(row.numbers)
    block.add(row.numbers)
    for (const label of labelsOf(row)) if (namesSum(label) || namesMean(label)) categories.add(label)
    for (const [column, text] of row.texts.entries()) {
      if (text !== '' && (row.numbers[column] ?? null) === null) labelled[column] = (labelled[column] ?? 0) + 1
    }
  }
  return found
}

type Claim = 'sum' | 'mean' | 'blank'

function labelsOf({ texts, numbers }: LedgerRow): string[] {
  return texts.filter((text, column) => text !== '' && (numbers[column] ?? null) === null)
}

/** What a row says it is, by its label or by having none where the rows above have one. */
function claimOf(row: LedgerRow, labelled: readonly number[], rowsAbove: number): Claim | null {
  if (rowsAbove === 0 || row.numbers.every((value) => value === null)) return null
  const labels = labelsOf(row)
  if (labels.some(namesMean)) return 'mean'
  if (labels.some(namesSum)) return 'sum'
  const isBlank = labels.length === 0 && labelled.some((count) => count >= labelledShare * rowsAbove)
  return isBlank && rowsAbove >= fewestWithoutLabel ? 'blank' : null
}

function prove(
  { numbers }: LedgerRow,
  claim: Claim,
  block: Tally,
  all: Tally,
  places: readonly number[],
): 'sum' | 'mean' | null {
  const sets = block.rows > 0 && block.rows < all.rows ? [block, all] : [all]
  for (const set of sets) {
    let [sums, means, others] = [0, 0, 0]
    for (const [column, value] of numbers.entries()) {
      const count = set.counts[column] ?? 0
      if (value === null || count === 0) continue
      const sum = set.sums[column] ?? 0
      const size = set.sizes[column] ?? 0
      const unit = 10 ** -(places[column] ?? 0)
      if (isAbout(value, sum, size, unit * (0.5 + 0.3 * Math.sqrt(count)))) sums += value === 0 ? 0 : 1
      else if (isAbout(value, sum / count, size / count, unit)) means += 1
      else others += 1
    }
    if (claim === 'mean' && means > sums + others) return 'mean'
    // Beside a total, rates and prices may be averaged, or summed up in ways of their own.
    if (claim === 'sum' && sums > 0 && sums + means > others) return 'sum'
    if (claim === 'blank' && set.rows >= fewestWithoutLabel && sums > 0 && means + others === 0) return 'sum'
  }
  return null
}

/** Equal but for rounding: exactly where all digits are there, else within `slack` and a ten-thousandth. */
function isAbout(value: number, expected: number, size: number, slack: number): boolean {
  const difference = Math.abs(value - expected)
  return difference <= 1e-9 * Math.max(size, 1e-300) || (difference <= slack && difference <= 1e-4 * Math.abs(expected))
}

/** Decimals that the numbers of each column are given with, at most. */
function decimalPlaces(rows: readonly LedgerRow[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, { numbers }) => Math.max(most, placesOf(numbers[column] ?? null)), 0),
  )
}

function placesOf(value: number | null): number {
  if (value === null || Number.isInteger(value)) return 0
  const text = String(value)
  return text.includes('e') ? 15 : text.length - text.indexOf('.') - 1
}
