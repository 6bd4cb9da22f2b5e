/** Median and quantiles. */

/** An ascending copy. O(n log n). */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values).sort()
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
  return quantileOfSorted(sorted(values), 0.5)
}
