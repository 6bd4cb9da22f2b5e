/** By how much does one group scatter more than another? */
import type { Interval } from './correlation.ts'
import { moments } from './moments.ts'
import { normalQuantile } from './normal-distribution.ts'
import { median } from './quantiles.ts'

export interface SpreadRatio extends Interval {
  /** Mean distance from the median of `left` over that of `right`. */
  readonly ratio: number
  /** Those mean distances, in the unit of the values. */
  readonly left: number
  readonly right: number
}

/**
 * Ratio of two spreads, each the mean distance from the group's median, with its interval: the measure that Brown and
 * Forsythe's test compares. Holds without normality. Null below three values or without spread in either. O(n log n).
 *
 * Source: Bonett & Seier, J. Educ. Behav. Statist. 28 (2003): Var(log τ̂) = ((μ − η)²/τ² + σ²/τ² − 1)/n, with the bias
 * correction n/(n − 1) of τ̂.
 */
export function spreadRatio(left: ArrayLike<number>, right: ArrayLike<number>, confidence = 0.95): SpreadRatio | null {
  const leftSpread = logSpread(left)
  const rightSpread = logSpread(right)
  if (leftSpread === null || rightSpread === null) return null
  const difference = leftSpread.log - rightSpread.log
  const margin = normalQuantile(0.5 + confidence / 2) * Math.sqrt(leftSpread.variance + rightSpread.variance)
  return {
    ratio: Math.exp(difference),
    low: Math.exp(difference - margin),
    high: Math.exp(difference + margin),
    left: Math.exp(leftSpread.log),
    right: Math.exp(rightSpread.log),
  }
}

function logSpread(values: ArrayLike<number>): { readonly log: number; readonly variance: number } | null {
  const n = values.length
  const middle = median(values)
  const whole = moments(values)
  if (n < 3 || middle === null || whole === null) return null
  let sum = 0
  for (let index = 0; index < n; index++) sum += Math.abs((values[index] ?? 0) - middle)
  const spread = sum / n
  if (!(spread > 0)) return null
  const skew = (whole.mean - middle) / spread
  const shape = whole.variance / (spread * spread)
  return { log: Math.log((spread * n) / (n - 1)), variance: Math.max(0, shape + skew * skew - 1) / n }
}
