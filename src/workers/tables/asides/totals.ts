/**
 * Rows that sum up other rows: totals, subtotals, averages. Told by their label, or by its lack, and proved by
 * arithmetic: in most measures the row equals the sum (or mean) of the rows above it. What is not proved is a record.
 */
import { decimalPlaces, isSum, type LedgerRow, labelsOf, matches, type ProvedTotal, Tally } from './ledger.ts'
import { findStatistics } from './statistic-rows.ts'
import { findTotalCategories } from './total-categories.ts'
import { namesMean, namesSum } from './words.ts'

/** Rows that a total without a label needs above it: the second number of a list often equals the first. */
const fewestWithoutLabel = 3
/** Of the rows so far, those with something in a label column, for a blank in it to say something. */
const labelledShare = 0.8
/** Levels of subtotals that a total may sum up, the nearest first. */
const mostLevels = 12
/** Rows that a total needs whose label is in no list of ours, and how many digits of it must come out right. */
const fewestForAnyLabel = 4
const digitsForAnyLabel = 3
/** The same of one row fewer, in two columns. */
const digitsForFew = 5

export function findTotals(rows: readonly LedgerRow[]): ProvedTotal[] {
  const places = decimalPlaces(rows)
  const found = new Map<number, ProvedTotal['kind']>()
  for (const row of findTotalCategories(rows, places)) found.set(row, 'sum')
  for (const { row, kind } of downwards(rows, found, places)) found.set(row, kind)
  for (const row of upwards(rows, found, places)) found.set(row, 'sum')
  for (const { row, kind } of findStatistics(rows, found, places)) found.set(row, kind)
  const ends = [firstOf(rows, found), lastOf(rows, found)]
  for (const row of ends) if (row !== null && sumsUpTheRest(rows, row, found, places)) found.set(row, 'sum')
  return [...found].map(([row, kind]) => ({ row, kind })).sort((a, b) => a.row - b.row)
}

/** In one pass, each row against the rows since each of the last totals and against all records so far. */
function downwards(
  rows: readonly LedgerRow[],
  known: ReadonlyMap<number, unknown>,
  places: readonly number[],
): ProvedTotal[] {
  const all = new Tally(places.length)
  /** What had been added up at each total. */
  let marks: Tally[] = []
  const labelled = places.map(() => 0)
  const found: ProvedTotal[] = []
  /** Labels of the records so far: a category called Total stands among them more than once. */
  const categories = new Set<string>()
  for (const [index, row] of rows.entries()) {
    if (known.has(index)) {
      marks = [...marks.slice(1 - mostLevels), all.copy()]
      continue
    }
    const claim = labelsOf(row).some((label) => categories.has(label)) ? null : claimOf(row, labelled, all.rows)
    const below = found.at(-1)?.row === index - 1
    const kind =
      claim === null ? null : (prove(row, claim, all, marks, places) ?? (below ? meanBelow(row, all, places) : null))
    if (kind !== null) {
      found.push({ row: index, kind })
      if (kind === 'sum') marks = [...marks.slice(1 - mostLevels), all.copy()]
      continue
    }
    all.add(row.numbers)
    for (const label of labelsOf(row)) if (namesSum(label) || namesMean(label)) categories.add(label)
    for (const [column, text] of row.texts.entries()) {
      if (text !== '' && (row.numbers[column] ?? null) === null) labelled[column] = (labelled[column] ?? 0) + 1
    }
  }
  return found
}

/** Named sums that stand above what they sum up, as outlines may have it; each against the rows down to the next of them. */
function upwards(rows: readonly LedgerRow[], known: ReadonlyMap<number, unknown>, places: readonly number[]): number[] {
  const isNamed = (row: LedgerRow): boolean =>
    labelsOf(row).some(namesSum) && row.numbers.some((value) => value !== null)
  const named = rows.flatMap((row, index) => (isNamed(row) && !known.has(index) ? [index] : []))
  if (named.length === 0) return []
  const last = rows.length - 1
  const reversed = rows.toReversed()
  const knownFromBelow = new Map([...known].map(([row, kind]) => [last - row, kind]))
  return downwards(reversed, knownFromBelow, places)
    .map(({ row }) => last - row)
    .filter((row) => named.includes(row))
}

type Claim = 'sum' | 'mean' | 'blank'

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
  all: Tally,
  marks: readonly Tally[],
  places: readonly number[],
): 'sum' | 'mean' | null {
  const blocks = marks.map((mark) => all.since(mark)).filter(({ rows }) => rows > 0 && rows < all.rows)
  const nearest = blocks.reverse()
  for (const set of [...(claim === 'sum' ? nearest : nearest.slice(0, 1)), all]) {
    const { sums, means, others } = matches(numbers, set, places)
    if (claim === 'mean' && means > sums + others) return 'mean'
    // Beside a total, rates and prices may be averaged, or summed up in ways of their own.
    const isProved = sums > 0 && (sums + means > others || (set.rows >= fewestWithoutLabel && sums + means === others))
    if (claim === 'sum' && isProved) return 'sum'
    if (claim === 'blank' && set.rows >= fewestWithoutLabel && sums > 0 && means + others === 0) return 'sum'
  }
  return null
}

/** Of several rows of totals all but the first may lack a label: the mean of the records below their sum. */
function meanBelow({ numbers }: LedgerRow, all: Tally, places: readonly number[]): 'mean' | null {
  const { sums, means, others } = matches(numbers, all, places)
  return all.rows >= fewestWithoutLabel && means > 0 && sums + others === 0 ? 'mean' : null
}

/**
 * The first or the last row whatever its label (`Samtals`, `World`), where every measure in it is the sum of all other
 * records, and it leaves blank what tells the others apart, unless there is one such column only.
 */
function sumsUpTheRest(
  rows: readonly LedgerRow[],
  index: number,
  found: ReadonlyMap<number, unknown>,
  places: readonly number[],
): boolean {
  const row = rows[index]
  if (row === undefined || labelsOf(row).some((label) => /\d/u.test(label) && !namesSum(label))) return false
  const others = rows.filter((_, other) => other !== index && !found.has(other))
  const known = labelsOf(row).some(namesSum)
  if (others.length < (known ? 2 : fewestForAnyLabel - 1)) return false
  const rest = Tally.of(others, places.length)
  if (!isSum(row.numbers, rest, places)) return false
  if (known) return true
  const isFew = others.length < fewestForAnyLabel
  if (digitsOf(row.numbers, rest, places) < (isFew ? digitsForFew : digitsForAnyLabel)) return false
  if (isFew && matches(row.numbers, rest, places).sums < 2) return false
  const labels = row.texts.map((_, column) => others.filter((other) => isLabel(other, column)).length)
  const always = labels.flatMap((count, column) => (count >= labelledShare * others.length ? [column] : []))
  if (always.length > 1 && always.every((column) => row.texts[column] !== '')) return false
  // A series that doubles is the sum of what was before at every step.
  const neighbour = index === 0 ? 1 : index - 1
  const before = rows.filter((_, other) => (index === 0 ? other > 1 : other < neighbour) && !found.has(other))
  return !isSum(rows[neighbour]?.numbers ?? [], Tally.of(before, places.length), places)
}

/** Decimal digits of the numbers that a set adds up to. */
function digitsOf(numbers: LedgerRow['numbers'], rest: Tally, places: readonly number[]): number {
  return numbers.reduce<number>((digits, value, column) => {
    if (value === null || value === 0 || (rest.counts[column] ?? 0) < 2) return digits
    return digits + Math.max(0, Math.log10(Math.abs(value)) + (places[column] ?? 0))
  }, 0)
}

function isLabel({ texts, numbers }: LedgerRow, column: number): boolean {
  return texts[column] !== '' && (numbers[column] ?? null) === null
}

function firstOf(rows: readonly LedgerRow[], found: ReadonlyMap<number, unknown>): number | null {
  return rows.length > 0 && !found.has(0) ? 0 : null
}

function lastOf(rows: readonly LedgerRow[], found: ReadonlyMap<number, unknown>): number | null {
  const last = rows.length - 1
  return last > 0 && !found.has(last) ? last : null
}
