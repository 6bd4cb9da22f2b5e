/** Are categories equally common, for all practical purposes? */
import { normalLowerP } from './normal-distribution.ts'

export interface EvennessResult {
  /** p of "some share lies outside the tolerance": small means even. */
  readonly p: number
  /** Least and largest share, and the bounds they are held against. */
  readonly least: number
  readonly largest: number
  readonly low: number
  readonly high: number
}

/**
 * Equivalence of the shares of k categories with 1/k: two one-sided score tests a category against (1 ± tolerance)/k,
 * of which the largest p counts, since all shares must lie inside. "Not significantly uneven" is not "even"; this is.
 * Null below two categories or one row. O(k).
 *
 * Source: Schuirmann (1987) for two one-sided tests; Berger, Technometrics 24 (1982) for the intersection–union.
 */
export function evennessEquivalence(counts: ArrayLike<number>, tolerance = 0.25): EvennessResult | null {
  const k = counts.length
  let n = 0
  let least = Number.POSITIVE_INFINITY
  let largest = 0
  for (let index = 0; index < k; index++) {
    const count = counts[index] ?? 0
    n += count
    least = Math.min(least, count)
    largest = Math.max(largest, count)
  }
  if (k < 2 || !(n >= 1)) return null
  const low = (1 - tolerance) / k
  const high = Math.min(1, (1 + tolerance) / k)
  // The test is monotone in the share, so the extreme categories decide.
  const above = normalLowerP(-(least / n - low) / Math.sqrt((low * (1 - low)) / n))
  const below = high >= 1 ? 0 : normalLowerP(-(high - largest / n) / Math.sqrt((high * (1 - high)) / n))
  return { p: Math.max(above, below), least: least / n, largest: largest / n, low, high }
}
