/** Ratio of two independent proportions ("1.8 times as often") with its interval. */
import type { Interval } from './correlation.ts'
import { type Proportion, wilsonInterval } from './wilson-interval.ts'

export interface ProportionRatio extends Interval {
  /** Share of `left` over share of `right`; ∞ where only the right count is 0. */
  readonly ratio: number
}

/**
 * Ratio of two proportions with the interval built of the Wilson limits of both (method of variance estimates
 * recovery), so that it agrees with Newcombe's interval of the difference. `high` is ∞ where the right count is 0.
 * Null where either has no Wilson interval or both counts are 0.
 *
 * Source: Donner & Zou, Stat. Methods Med. Res. 21 (2012) 347, equation 9. O(1).
 */
export function proportionRatio(left: Proportion, right: Proportion, confidence = 0.95): ProportionRatio | null {
  const leftLimits = wilsonInterval(left, confidence)
  const rightLimits = wilsonInterval(right, confidence)
  if (leftLimits === null || rightLimits === null || left.successes + right.successes === 0) return null
  const leftShare = left.successes / left.n
  const rightShare = right.successes / right.n
  const product = leftShare * rightShare
  const limit = (leftLimit: number, rightLimit: number, sign: -1 | 1): number => {
    const leftTerm = leftLimit * (2 * leftShare - leftLimit)
    const rightTerm = rightLimit * (2 * rightShare - rightLimit)
    const root = Math.sqrt(Math.max(0, product * product - leftTerm * rightTerm))
    // Both forms are the same root of one quadratic; each is used where its denominator does not vanish.
    const whole = product + sign * root
    if (sign === 1) return rightTerm > 0 ? whole / rightTerm : Number.POSITIVE_INFINITY
    const other = product + root
    return other > 0 ? leftTerm / other : 0
  }
  return {
    ratio: leftShare / rightShare,
    low: Math.max(0, limit(leftLimits.low, rightLimits.high, -1)),
    high: right.successes === 0 ? Number.POSITIVE_INFINITY : limit(leftLimits.high, rightLimits.low, 1),
  }
}
