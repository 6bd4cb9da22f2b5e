/** Two groups compared within the levels of a third thing: means and proportions. */
import type { Interval } from './correlation.ts'
import { normalQuantile, normalTwoSidedP } from './normal-distribution.ts'
import type { GroupSummary } from './welch-anova.ts'
import type { Proportion } from './wilson-interval.ts'

export interface StratifiedDifference extends Interval {
  /** Weighted mean of the differences left − right within the strata. */
  readonly difference: number
  readonly p: number
  /** Strata that have both groups; the others say nothing of a difference. */
  readonly strata: number
}

/** One level of the third thing. */
export interface Stratum<Summary> {
  readonly left: Summary
  readonly right: Summary
}

/**
 * Difference of two means within strata, weighted by n₁n₂/(n₁ + n₂), in the unit of the values. Strata with fewer than
 * two values in either group are left out; null without any stratum or variance left. Normal interval. O(strata).
 *
 * Source: Cochran, Biometrics 10 (1954), section 6.
 */
export function stratifiedMeanDifference(
  strata: readonly Stratum<GroupSummary>[],
  confidence = 0.95,
): StratifiedDifference | null {
  const usable = strata.filter(({ left, right }) => left.n >= 2 && right.n >= 2)
  let weights = 0
  let sum = 0
  let variance = 0
  for (const { left, right } of usable) {
    const weight = (left.n * right.n) / (left.n + right.n)
    weights += weight
    sum += weight * (left.mean - right.mean)
    variance += weight * weight * (left.variance / left.n + right.variance / right.n)
  }
  return differenceOf(sum / weights, Math.sqrt(variance) / weights, usable.length, confidence)
}

/**
 * Difference of two proportions within strata, −1 to 1, by Mantel and Haenszel. Strata without either group are left
 * out; null without any left or without variance. The variance holds both for many small strata and for few large ones.
 * O(strata).
 *
 * Source: Mantel & Haenszel (1959); variance of Sato, Greenland & Robins, Biometrics 45 (1989) 1323.
 */
export function mantelHaenszelDifference(
  strata: readonly Stratum<Proportion>[],
  confidence = 0.95,
): StratifiedDifference | null {
  const usable = strata.filter(({ left, right }) => left.n >= 1 && right.n >= 1)
  let weights = 0
  let sum = 0
  let within = 0
  let crossed = 0
  for (const { left, right } of usable) {
    const n = left.n + right.n
    weights += (left.n * right.n) / n
    sum += (left.successes * right.n - right.successes * left.n) / n
    within +=
      (left.n ** 2 * right.successes - right.n ** 2 * left.successes + (left.n * right.n * (right.n - left.n)) / 2) /
      n ** 2
    crossed += (left.successes * (right.n - right.successes) + right.successes * (left.n - left.successes)) / (2 * n)
  }
  const difference = sum / weights
  const variance = (difference * within + crossed) / weights ** 2
  return differenceOf(difference, Math.sqrt(Math.max(0, variance)), usable.length, confidence)
}

function differenceOf(
  difference: number,
  error: number,
  strata: number,
  confidence: number,
): StratifiedDifference | null {
  if (strata === 0 || !(error > 0)) return null
  const margin = normalQuantile(0.5 + confidence / 2) * error
  return {
    difference,
    low: difference - margin,
    high: difference + margin,
    p: normalTwoSidedP(difference / error),
    strata,
  }
}
