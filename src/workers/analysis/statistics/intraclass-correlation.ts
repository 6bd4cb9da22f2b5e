/** How alike are the rows of one cluster? */
import { oneWayAnova } from './one-way-anova.ts'

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
 * ICC(1) from the analysis of variance between clusters of finite values, with the size-weighted mean cluster size.
 * Null where that analysis has no answer. O(n).
 *
 * Source: Fisher (1925); n₀ of Donner, Int. Statist. Review 54 (1986); design effect of Kish, Survey Sampling (1965),
 * with Σm²/n as the size for unequal clusters.
 */
export function intraclassCorrelation(clusters: readonly ArrayLike<number>[]): IntraclassCorrelation | null {
  const filled = clusters.filter((cluster) => cluster.length > 0)
  const anova = oneWayAnova(filled)
  if (anova === null) return null
  const n = filled.reduce((sum, cluster) => sum + cluster.length, 0)
  const squares = filled.reduce((sum, cluster) => sum + cluster.length ** 2, 0)
  const typicalSize = (n - squares / n) / (filled.length - 1)
  const { statistic, p } = anova
  const icc = statistic === Number.POSITIVE_INFINITY ? 1 : (statistic - 1) / (statistic - 1 + typicalSize)
  const designEffect = Math.max(1, 1 + (squares / n - 1) * icc)
  return { icc, designEffect, effectiveN: n / designEffect, p }
}
