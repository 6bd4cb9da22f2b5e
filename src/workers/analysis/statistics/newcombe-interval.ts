/** Difference of two independent proportions with Newcombe's hybrid score interval. */
import type { Interval } from './correlation.ts'
import { type Proportion, wilsonInterval } from './wilson-interval.ts'

export interface ProportionDifference extends Interval {
  /** Share of `left` less share of `right`, −1 to 1. */
  readonly difference: number
}

/**
 * Difference of two proportions and its interval, built of the Wilson limits of both. Null where either has no Wilson
 * interval.
 *
 * Source: Newcombe, Statistics in Medicine 17 (1998) 873, method 10. O(1).
 */
export function newcombeInterval(left: Proportion, right: Proportion, confidence = 0.95): ProportionDifference | null {
  const leftLimits = wilsonInterval(left, confidence)
  const rightLimits = wilsonInterval(right, confidence)
  if (leftLimits === null || rightLimits === null) return null
  const leftShare = left.successes / left.n
  const rightShare = right.successes / right.n
  const difference = leftShare - rightShare
  return {
    difference,
    low: difference - Math.hypot(leftShare - leftLimits.low, rightLimits.high - rightShare),
    high: difference + Math.hypot(leftLimits.high - leftShare, rightShare - rightLimits.low),
  }
}
