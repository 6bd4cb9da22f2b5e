/** Generalised extreme studentised deviate test: how many values are too far out for a normal? */
import { exactMean, sdAbout } from './mean.ts'
import { studentTQuantile, studentTTwoSidedP } from './student-t-distribution.ts'

export interface EsdStep {
  /** Position of the value in the input. */
  readonly index: number
  /** Distance from the mean of the values left, in their standard deviations. */
  readonly statistic: number
  readonly critical: number
  /** Bonferroni-corrected p of this step alone, at most 1. */
  readonly p: number
}

export interface EsdResult {
  /** Positions of the outliers, the furthest out first. */
  readonly outliers: readonly number[]
  /** One a candidate, in the order of removal. */
  readonly steps: readonly EsdStep[]
}

/**
 * Rosner's test for up to `maximumOutliers` outliers in approximately normal data, at level `alpha`. The number of
 * outliers is the last step whose statistic exceeds its critical value, so that one does not mask another. Stops early
 * when fewer than three values or no spread are left; no steps for no values.
 *
 * Source: Rosner, Technometrics 25 (1983); good from n = 25. O(n · maximumOutliers).
 */
export function generalizedEsd(values: ArrayLike<number>, maximumOutliers: number, alpha = 0.05): EsdResult {
  const left = Array.from({ length: values.length }, (_, index) => index)
  const steps: EsdStep[] = []
  let count = 0
  while (steps.length < maximumOutliers && left.length >= 3) {
    const rest = Float64Array.from(left, (index) => values[index] ?? 0)
    const center = exactMean(rest)
    if (center === null) break
    const sd = sdAbout(rest, center)
    if (!(sd > 0)) break
    let furthest = 0
    let distance = -1
    rest.forEach((value, position) => {
      const away = Math.abs(value - center.high - center.low)
      if (away > distance) {
        distance = away
        furthest = position
      }
    })
    const n = left.length
    const statistic = distance / sd
    const t = studentTQuantile(1 - alpha / (2 * n), n - 2)
    const critical = ((n - 1) * t) / Math.sqrt((n - 2 + t * t) * n)
    const room = (n - 1) ** 2 - n * statistic * statistic
    const studentised = room > 0 ? statistic * Math.sqrt((n * (n - 2)) / room) : Number.POSITIVE_INFINITY
    const p = Math.min(1, n * studentTTwoSidedP(studentised, n - 2))
    steps.push({ index: left[furthest] ?? 0, statistic, critical, p })
    if (statistic > critical) count = steps.length
    left.splice(furthest, 1)
  }
  return { outliers: steps.slice(0, count).map((step) => step.index), steps }
}
