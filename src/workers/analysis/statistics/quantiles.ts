/** Median and quantiles. */
import { ascendingOrder } from './ascending-order.ts'

/** Below, the built-in sort of numbers is as quick. */
const leastOrdered = 2_000

/** The values in ascending order, NaN last, not to be written to: where they are in order, the same array. O(n). */
export function ascendingOf(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array && isAscending(values) ? values : sorted(values)
}

/** An ascending copy, NaN last. O(n). */
export function sorted(values: ArrayLike<number>): Float64Array {
  const copy = new Float64Array(values)
  if (isAscending(copy)) return copy
  if (copy.length < leastOrdered) return copy.sort()
  const order = ascendingOrder(copy)
  const ascending = new Float64Array(copy.length)
  for (let place = 0; place < ascending.length; place++) ascending[place] = copy[order[place] ?? 0] ?? Number.NaN
  return ascending
}

/** What is sorted already, as most of what is sorted twice, costs one look. */
function isAscending(values: Float64Array): boolean {
  for (let index = 1; index < values.length; index++) {
    // Not so with NaN on either side.
    if (!((values[index - 1] ?? 0) <= (values[index] ?? 0))) return false
  }
  return true
}

/**
 * Quantile of ascending values by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996: the
 * default of R, numpy and DuckDB's `quantile_cont`); null for no values. `fraction` in [0, 1]. O(1).
 */
export function quantileOfSorted(ascending: ArrayLike<number>, fraction: number): number | null {
  const n = ascending.length
  if (n === 0) return null
  const position = (n - 1) * Math.min(1, Math.max(0, fraction))
  const below = Math.floor(position)
  const low = ascending[below] ?? 0
  const high = ascending[Math.min(n - 1, below + 1)] ?? low
  return low + (position - below) * (high - low)
}

/** Median; null for no values. O(n log n). */
export function median(values: ArrayLike<number>): number | null {
  return quantileOfSorted(ascendingOf(values), 0.5)
}
