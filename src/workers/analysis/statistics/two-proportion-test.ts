/** Do two independent proportions differ? */
import { chiSquareUpperP } from './chi-square-distribution.ts'
import { fisherExactP } from './fisher-exact-test.ts'
import type { Proportion } from './wilson-interval.ts'

export interface TwoProportionResult {
  readonly method: 'score' | 'exact'
  /** Pooled z, positive where the left share is higher; 0 where all trials ended alike. */
  readonly z: number
  readonly p: number
}

/** Below this expected count in any cell the normal approximation is left for the exact test. */
const leastExpected = 5

/**
 * Two-sided test of equal proportions: the pooled score test (Pearson's χ² without correction), or Fisher's exact test
 * where any of the four expected counts is below 5. Null below one trial in either or for counts outside [0, n].
 *
 * Source: Pearson (1900); Cochran, Biometrics 10 (1954) for the bound. O(1), or O(smallest margin) when exact.
 */
export function twoProportionTest(left: Proportion, right: Proportion): TwoProportionResult | null {
  const valid = ({ successes, n }: Proportion) => n >= 1 && successes >= 0 && successes <= n
  if (!valid(left) || !valid(right)) return null
  const n = left.n + right.n
  const pooled = (left.successes + right.successes) / n
  const variance = pooled * (1 - pooled) * (1 / left.n + 1 / right.n)
  const difference = left.successes / left.n - right.successes / right.n
  const z = variance > 0 ? difference / Math.sqrt(variance) : 0
  const expected = Math.min(left.n, right.n) * Math.min(pooled, 1 - pooled)
  if (expected >= leastExpected) return { method: 'score', z, p: chiSquareUpperP(z * z, 1) }
  const p = fisherExactP(left.successes, left.n - left.successes, right.successes, right.n - right.successes)
  return { method: 'exact', z, p }
}
