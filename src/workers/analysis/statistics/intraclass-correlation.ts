/** How alike are the rows of one cluster? */
import { type AnovaResult, anovaOf } from './one-way-anova.ts'

export interface IntraclassCorrelation {
  /** Share of the variance that lies between clusters: 0 (or a little below) for unrelated rows, 1 for equal ones. */
  readonly icc: number
  /** How much larger the variance of a mean is than that of as many independent rows, at least 1. */
  readonly designEffect: number
  /** Independent rows that would say as much: n / designEffect. */
  readonly effectiveN: number
  /** p of no likeness. */
  readonly p: number
}

/**
 * ICC(1) from the analysis of variance between clusters, with the size-weighted mean cluster size: of values (NaN for
 * none) and the number of each one's cluster (from 0; below 0 for none), of which every `step`-th is looked at. Null where
 * that analysis has no answer. Sums in double precision about means. O(n).
 *
 * Source: Fisher (1925); n₀ of Donner, Int. Statist. Review 54 (1986); design effect of Kish, Survey Sampling (1965),
 * with Σm²/n as the size for unequal clusters.
 */
export function intraclassCorrelation(
  values: ArrayLike<number>,
  clusters: Int32Array,
  step = 1,
): IntraclassCorrelation | null {
  let count = 0
  for (let row = 0; row < clusters.length; row++) count = Math.max(count, (clusters[row] ?? -1) + 1)
  const sizes = new Float64Array(count)
  const sums = new Float64Array(count)
  // The first value as a first guess of the mean, so that a large offset costs no digits.
  let offset = Number.NaN
  for (let row = 0; row < values.length; row += step) {
    const cluster = clusters[row] ?? -1
    const value = values[row] ?? Number.NaN
    if (cluster < 0 || Number.isNaN(value)) continue
    if (Number.isNaN(offset)) offset = value
    sizes[cluster] = (sizes[cluster] ?? 0) + 1
    sums[cluster] = (sums[cluster] ?? 0) + (value - offset)
  }
  let [n, sum] = [0, 0]
  for (let cluster = 0; cluster < count; cluster++) {
    n += sizes[cluster] ?? 0
    sum += sums[cluster] ?? 0
  }
  const mean = sum / n
  const means = sums.map((own, cluster) => own / (sizes[cluster] ?? 0))
  const between = means.reduce((all, own, cluster) => {
    const size = sizes[cluster] ?? 0
    return size > 0 ? all + size * (own - mean) ** 2 : all
  }, 0)
  let within = 0
  for (let row = 0; row < values.length; row += step) {
    const cluster = clusters[row] ?? -1
    const value = values[row] ?? Number.NaN
    if (cluster < 0 || Number.isNaN(value)) continue
    const off = value - offset - (means[cluster] ?? 0)
    within += off * off
  }
  const filled = sizes.filter((size) => size > 0)
  const anova = anovaOf(between, within, filled.length, n)
  return anova === null ? null : likeness(anova, filled)
}

function likeness({ statistic, p }: AnovaResult, sizes: ArrayLike<number>): IntraclassCorrelation {
  let [clusters, n, squares] = [0, 0, 0]
  for (let index = 0; index < sizes.length; index++) {
    const size = sizes[index] ?? 0
    if (size === 0) continue
    clusters++
    n += size
    squares += size * size
  }
  const typicalSize = (n - squares / n) / (clusters - 1)
  const icc = statistic === Number.POSITIVE_INFINITY ? 1 : (statistic - 1) / (statistic - 1 + typicalSize)
  const designEffect = Math.max(1, 1 + (squares / n - 1) * icc)
  return { icc, designEffect, effectiveN: n / designEffect, p }
}
