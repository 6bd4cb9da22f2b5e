/** Distance from the median in units of a robust spread. */
import { exactSum } from './exact-sum.ts'
import { median } from './quantiles.ts'

/** Φ⁻¹(3/4): the median absolute deviation of a standard normal. */
const normalMedianAbsoluteDeviation = 0.6744897501960817
/** √(2/π): the mean absolute deviation of a standard normal. */
const normalMeanAbsoluteDeviation = 0.7978845608028654

/** Median of |x − center| in the unit of the values, not scaled to a normal's sd; null for no values. O(n log n). */
export function medianAbsoluteDeviation(values: ArrayLike<number>, center?: number): number | null {
  const middle = center ?? median(values)
  return middle === null ? null : median(Float64Array.from(values, (value) => Math.abs(value - middle)))
}

/**
 * Robust estimate of the standard deviation: the median absolute deviation scaled to a normal's sd, or, where more
 * than half of the values are equal, the mean absolute deviation so scaled; null for no values or no spread. O(n log n).
 */
export function robustSd(values: ArrayLike<number>, center?: number): number | null {
  const middle = center ?? median(values)
  if (middle === null) return null
  const deviations = Float64Array.from(values, (value) => Math.abs(value - middle))
  const typical = median(deviations) ?? 0
  if (typical > 0) return typical / normalMedianAbsoluteDeviation
  const average = exactSum(deviations) / deviations.length
  return average > 0 ? average / normalMeanAbsoluteDeviation : null
}

/**
 * Modified z scores 0.6745·(x − median)/MAD, in the order given; null for no values or no spread. Beyond ±3.5 is
 * "unusual".
 *
 * Source: Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993). O(n log n).
 */
export function modifiedZScores(values: ArrayLike<number>): Float64Array | null {
  const middle = median(values)
  const spread = robustSd(values)
  if (middle === null || spread === null) return null
  return Float64Array.from(values, (value) => (value - middle) / spread)
}
