/** Rows as far as totals care, and what holds between a row and a set of others. */

/** Both lists have a place for each column of the table. */
export interface LedgerRow {
  /** As it stands, trimmed; '' where nothing stands. */
  readonly texts: readonly string[]
  /** Null where there is no number, or the column is no measure. */
  readonly numbers: readonly (number | null)[]
}

export interface ProvedTotal {
  /** Index among the rows given. */
  readonly row: number
  readonly kind: 'sum' | 'mean' | 'statistic'
}

/** What of a row is no number. */
export function labelsOf({ texts, numbers }: LedgerRow): string[] {
  return texts.filter((text, column) => text !== '' && (numbers[column] ?? null) === null)
}

/** Sums and counts of a set of rows, by column. */
export class Tally {
  readonly sums: number[]
  readonly sizes: number[]
  readonly counts: number[]
  rows = 0

  constructor(columns: number) {
    this.sums = Array.from({ length: columns }, () => 0)
    this.sizes = Array.from({ length: columns }, () => 0)
    this.counts = Array.from({ length: columns }, () => 0)
  }

  static of(rows: readonly LedgerRow[], columns: number): Tally {
    const tally = new Tally(columns)
    for (const { numbers } of rows) tally.add(numbers)
    return tally
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

  copy(): Tally {
    return this.since(new Tally(this.sums.length))
  }

  /** What was added after `mark`, an earlier copy. The sizes stay those of all, by which rounding is judged. */
  since(mark: Tally): Tally {
    const rest = new Tally(this.sums.length)
    for (const column of this.sums.keys()) {
      rest.sums[column] = (this.sums[column] ?? 0) - (mark.sums[column] ?? 0)
      rest.sizes[column] = this.sizes[column] ?? 0
      rest.counts[column] = (this.counts[column] ?? 0) - (mark.counts[column] ?? 0)
    }
    rest.rows = this.rows - mark.rows
    return rest
  }
}

/** How many numbers of a row are the sum of a set, its mean, or neither; zeros that are the sum count for nothing. */
export function matches(
  numbers: LedgerRow['numbers'],
  set: Tally,
  places: readonly number[],
): { sums: number; means: number; others: number } {
  let [sums, means, others] = [0, 0, 0]
  for (const [column, value] of numbers.entries()) {
    const count = set.counts[column] ?? 0
    if (value === null || count === 0) continue
    const sum = set.sums[column] ?? 0
    const size = set.sizes[column] ?? 0
    const digits = places[column] ?? 0
    const unit = 10 ** -digits
    if (isAbout(value, sum, size, unit * (0.5 + 0.3 * Math.sqrt(count)), digits)) sums += value === 0 ? 0 : 1
    else if (isAbout(value, sum / count, size / count, unit, digits)) means += 1
    else others += 1
  }
  return { sums, means, others }
}

/** Every number of the row is the sum of the set, at least one of them not zero. */
export function isSum(numbers: LedgerRow['numbers'], set: Tally, places: readonly number[]): boolean {
  const { sums, means, others } = matches(numbers, set, places)
  return sums > 0 && means + others === 0
}

/**
 * Equal but for rounding: exactly where all digits are there, else within `slack` and a ten-thousandth; two thousandths
 * where fractions were rounded, as shares are that add up to 99.9.
 */
export function isAbout(value: number, expected: number, size: number, slack: number, digits: number): boolean {
  const difference = Math.abs(value - expected)
  if (difference <= 1e-9 * Math.max(size, 1e-300)) return true
  return difference <= slack * (1 + 1e-9) && difference <= (digits > 0 ? 2e-3 : 1e-4) * Math.abs(expected)
}

/** Decimals that the numbers of each column are given with, at most. */
export function decimalPlaces(rows: readonly LedgerRow[]): number[] {
  const columns = rows.reduce((most, { numbers }) => Math.max(most, numbers.length), 0)
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce((most, { numbers }) => Math.max(most, placesOf(numbers[column] ?? null)), 0),
  )
}

function placesOf(value: number | null): number {
  if (value === null || Number.isInteger(value)) return 0
  const text = String(value)
  return text.includes('e') ? 15 : text.length - text.indexOf('.') - 1
}
