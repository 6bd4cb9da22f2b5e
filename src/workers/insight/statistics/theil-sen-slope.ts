/** Theil–Sen: the median slope between all pairs of an evenly spaced series. */
import { normalQuantile } from './normal-distribution.ts'
import { pairOrder } from './pair-order.ts'
import { median } from './quantiles.ts'

export interface TheilSenResult {
  /** Change a step, in the unit of the values. */
  readonly slope: number
  /** Median of x − slope·index: the fitted value at index 0. */
  readonly intercept: number
  readonly low: number
  readonly high: number
}

/**
 * Median slope with Sen's interval from Kendall's S. `varianceOfS` is Var(S), by default that of an independent series
 * without ties; give the corrected one of `mannKendall` for an autocorrelated series. Null below two values. The slopes
 * are never formed: bisection on the slope, counting pairs by merge sort, to 1 part in 10¹⁵. O(n log n · 60).
 *
 * Source: Theil (1950); Sen, JASA 63 (1968).
 */
export function theilSenSlope(
  values: ArrayLike<number>,
  varianceOfS?: number,
  confidence = 0.95,
): TheilSenResult | null {
  const n = values.length
  if (n < 2) return null
  const pairs = (n * (n - 1)) / 2
  const variance = varianceOfS ?? (n * (n - 1) * (2 * n + 5)) / 18
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt(Math.max(0, variance))
  const rankAt = (rank: number) => slopeAtRank(values, Math.min(pairs, Math.max(1, rank)))
  const slope = pairs % 2 === 1 ? rankAt((pairs + 1) / 2) : (rankAt(pairs / 2) + rankAt(pairs / 2 + 1)) / 2
  const intercept = median(Float64Array.from(values, (value, index) => value - slope * index)) ?? 0
  const low = rankAt(Math.floor((pairs - reach) / 2))
  const high = rankAt(Math.ceil((pairs + reach) / 2) + 1)
  return { slope, intercept, low: Math.min(low, slope), high: Math.max(high, slope) }
}

/** The rank-th smallest (from 1) of the slopes between all pairs. */
function slopeAtRank(values: ArrayLike<number>, rank: number): number {
  let steepestFall = 0
  let steepestRise = 0
  for (let index = 1; index < values.length; index++) {
    const step = (values[index] ?? 0) - (values[index - 1] ?? 0)
    steepestFall = Math.min(steepestFall, step)
    steepestRise = Math.max(steepestRise, step)
  }
  // Every slope between two points is a mean of steps, so it lies between the extreme steps.
  const tilted = new Float64Array(values.length)
  const slopesAtMost = (bound: number): number => {
    for (let index = 0; index < tilted.length; index++) tilted[index] = (values[index] ?? 0) - bound * index
    const { falling, tied } = pairOrder(tilted)
    return falling + tied
  }
  let low = steepestFall
  let high = steepestRise
  if (slopesAtMost(low) >= rank) return low
  if (slopesAtMost(0) >= rank && low < 0) high = 0
  if (high === 0 && slopesAtMost(-Number.MIN_VALUE) < rank) return 0
  const precision = 1e-16 * Math.max(steepestRise, -steepestFall)
  while (high - low > Math.max(precision, 1e-15 * Math.max(Math.abs(low), Math.abs(high)))) {
    const bound = (low + high) / 2
    if (bound <= low || bound >= high) break
    if (slopesAtMost(bound) >= rank) high = bound
    else low = bound
  }
  return high
}
