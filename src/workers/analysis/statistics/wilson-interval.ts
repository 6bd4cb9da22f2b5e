/** Wilson's score interval of a proportion. */
import type { Interval } from './correlation.ts'
import { normalQuantile } from './normal-distribution.ts'

/** So many `successes` of `n`. */
export interface Proportion {
  readonly successes: number
  readonly n: number
}

/**
 * Interval of a proportion, within [0, 1], without continuity correction; holds its level also for small counts and
 * for none or all. Null below one trial or for a count outside [0, n].
 *
 * Source: Wilson, JASA 22 (1927). O(1).
 */
export function wilsonInterval({ successes, n }: Proportion, confidence = 0.95): Interval | null {
  if (!(n >= 1) || !(successes >= 0 && successes <= n)) return null
  const z = normalQuantile(0.5 + confidence / 2)
  const share = successes / n
  const scale = 1 + (z * z) / n
  const center = (share + (z * z) / (2 * n)) / scale
  const margin = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  // At none and all, the limit is exactly 0 or 1, which rounding would miss.
  return {
    low: successes === 0 ? 0 : Math.max(0, center - margin),
    high: successes === n ? 1 : Math.min(1, center + margin),
  }
}
