/** A number that stands for “missing” (−999, 99.9, −1, 0) at an end of a column's range. */
import { type NumericStats, numericStats } from './numeric-stats.ts'

export interface MissingCode {
  readonly code: number
  readonly count: number
  /** Statistics of all other values. */
  readonly others: NumericStats
}

/** Codes of nines: −99, 999, −99.9, 9999.99. */
const nines = /^-?9{2,}(?:\.9+)?$/
const leastTimes = 2
const mostShare = 0.5
/** Distance from the nearest other value, in distances between the quartiles of the others. */
const leastDistance = 1
/** Zeros and minus ones may be amounts: they lie further off, and are fewer. */
const leastDistanceOfAmounts = 1.5
const mostShareOfAmounts = 0.2
/** Minus ones in the rows expected there by the values next to them, where all others are at least 0. */
const leastExcess = 5

/** The code of a column and what is left without it; null where no end of the range looks like one. O(n) for each end that may. */
export function missingCodeOf(column: Float64Array, stats: NumericStats): MissingCode | null {
  const candidates = [stats.min, stats.max].filter((end) => nines.test(String(end)) || end === -1 || end === 0)
  for (const code of candidates) {
    if (code === 0 && !isFarOff(column, stats)) continue
    if (!mayBeCode(column, stats, code)) continue
    const others = numericStats(column.filter((value) => value !== code))
    if (others === null) continue
    const count = stats.n - others.n
    if (isCode(column, code, count / stats.n, others)) return { code, count, others }
  }
  return null
}

/** Whether the value nearest to a least value of 0 is so far off that zeros may be no amounts: cheap, and most often not. */
function isFarOff(column: Float64Array, stats: NumericStats): boolean {
  if (stats.min < 0) return false
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 0; index < column.length; index++) {
    const value = column[index] ?? Number.NaN
    if (value > 0 && value < nearest) nearest = value
  }
  return nearest >= 0.5 * (stats.q3 - stats.q1)
}

/** What one look at the column tells: false only where `isCode` would be, without the statistics of the others. */
function mayBeCode(column: Float64Array, stats: NumericStats, code: number): boolean {
  let count = 0
  let nearest = Number.POSITIVE_INFINITY
  for (let index = 0; index < column.length; index++) {
    const value = column[index] ?? Number.NaN
    if (value === code) count++
    else if (Math.abs(value - code) < nearest) nearest = Math.abs(value - code)
  }
  if (count < leastTimes) return false
  if (!nines.test(String(code)) || stats.n < 3 * count + 1) return true
  // Without a third of the values at one end, the quartile at that end still lies beyond the median of all, and the other
  // beyond its own: the others spread at least so far.
  const spread = code === stats.max ? stats.median - stats.q1 : stats.q3 - stats.median
  return nearest >= 0.999 * leastDistance * spread
}

function isCode(column: Float64Array, code: number, share: number, others: NumericStats): boolean {
  const spread = others.q3 - others.q1
  if (!(spread > 0)) return false
  const low = code < others.median
  const distance = Math.abs(code - (low ? others.min : others.max))
  if (nines.test(String(code))) return share <= mostShare && distance >= leastDistance * spread
  if (!low || share > mostShareOfAmounts) return false
  if (distance >= leastDistanceOfAmounts * spread) return true
  if (code !== -1 || others.min < 0 || others.distinct <= 12) return false
  const width = Math.max(1, 2 * spread * others.n ** (-1 / 3))
  let near = 0
  for (const value of column) if (value !== code && value - code <= width) near++
  // Of whole numbers each is as likely as its neighbours; others share a bin with none.
  const expected = others.integers ? near / width : near
  return share * (others.n / (1 - share)) >= leastExcess * Math.max(1, expected)
}
