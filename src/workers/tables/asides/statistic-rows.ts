/** Rows below a table that give the smallest, the largest, the middle, the mean, the sum or the number of its values. */
import { isAbout, type LedgerRow, labelsOf, type ProvedTotal } from './ledger.ts'
import { namesMean, namesSum, type StatisticName, statisticNamed } from './words.ts'

type Claim = StatisticName | 'mean' | 'sum'

/** How many rows at the end are looked at. */
const mostRows = 10

/** Proved where most measures of the row are what its label says of the records above it. */
export function findStatistics(
  rows: readonly LedgerRow[],
  known: ReadonlyMap<number, unknown>,
  places: readonly number[],
): ProvedTotal[] {
  const claims: { row: number; name: Claim }[] = []
  for (let row = rows.length - 1; row > 0 && rows.length - row <= mostRows; row -= 1) {
    if (known.has(row)) continue
    const [label, second] = labelsOf(rows[row] ?? { texts: [], numbers: [] })
    const name = label === undefined || second !== undefined ? null : claimNamed(label)
    if (name === null) break
    claims.push({ row, name })
  }
  const claimed = new Set(claims.map(({ row }) => row))
  const records = rows.filter((_, index) => !known.has(index) && !claimed.has(index))
  return claims
    .filter(({ row, name }) => isProved(rows[row]?.numbers ?? [], name, records, places))
    .map(({ row, name }) => ({ row, kind: name === 'mean' || name === 'sum' ? name : 'statistic' }))
}

function claimNamed(label: string): Claim | null {
  return statisticNamed(label) ?? (namesMean(label) ? 'mean' : namesSum(label) ? 'sum' : null)
}

function isProved(
  numbers: LedgerRow['numbers'],
  name: Claim,
  records: readonly LedgerRow[],
  places: readonly number[],
): boolean {
  let [same, others] = [0, 0]
  for (const [column, value] of numbers.entries()) {
    const values = records.flatMap((record) => record.numbers[column] ?? [])
    if (value === null || values.length === 0) continue
    const expected = statisticOf(name, values, records.length)
    const digits = places[column] ?? 0
    const unit = 10 ** -digits
    if (expected.some((one) => isAbout(value, one, Math.abs(one), 0.51 * unit, 6))) same += 1
    else others += 1
  }
  return same > others
}

/** What may be meant: deviations by either divisor, counts of values or of rows. */
function statisticOf(name: Claim, values: readonly number[], rows: number): number[] {
  switch (name) {
    case 'smallest':
      return [values.reduce((a, b) => Math.min(a, b))]
    case 'largest':
      return [values.reduce((a, b) => Math.max(a, b))]
    case 'middle': {
      const sorted = [...values].sort((a, b) => a - b)
      const at = (place: number): number => sorted[Math.floor(place)] ?? 0
      return [(at((sorted.length - 1) / 2) + at(sorted.length / 2)) / 2]
    }
    case 'mean':
      return [values.reduce((sum, value) => sum + value, 0) / values.length]
    case 'sum':
      return [values.reduce((sum, value) => sum + value, 0)]
    case 'number':
      return [values.length, rows]
    case 'deviation': {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
      return [Math.sqrt(squares / values.length), Math.sqrt(squares / Math.max(1, values.length - 1))]
    }
  }
}
