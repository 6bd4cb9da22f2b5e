/** One-way analysis of variance that does not assume equal variances. */
import { ExactSum } from './exact-sum.ts'
import { fisherFUpperP } from './fisher-f-distribution.ts'
import type { AnovaResult } from './one-way-anova.ts'

/** A group by its size, mean and sample variance (n − 1). */
export interface GroupSummary {
  readonly n: number
  readonly mean: number
  readonly variance: number
}

/**
 * Welch's F for equal means, from summaries. Groups with fewer than two values or no variance have no weight that can
 * be estimated and are left out; null with fewer than two groups left. `omegaSquared` is the share of variance between
 * those groups, from F and its degrees of freedom: df1·(F − 1) / (df1·(F − 1) + n).
 *
 * Source: Welch, Biometrika 38 (1951); ω² after Hays (1963) as in Lakens (2013). O(k).
 */
export function welchAnova(groups: readonly GroupSummary[]): AnovaResult | null {
  const usable = groups.filter((group) => group.n >= 2 && group.variance > 0)
  const count = usable.length
  if (count < 2) return null
  const totalWeight = new ExactSum()
  const weightedSum = new ExactSum()
  // Means relative to the first: a large common offset must not swallow the differences.
  const origin = usable[0]?.mean ?? 0
  for (const group of usable) {
    const weight = group.n / group.variance
    totalWeight.add(weight)
    weightedSum.addProduct(weight, group.mean - origin)
  }
  const weights = totalWeight.value
  const center = weightedSum.value / weights
  const between = new ExactSum()
  let imbalance = 0
  let n = 0
  for (const group of usable) {
    const weight = group.n / group.variance
    const distance = group.mean - origin - center
    between.addProduct(weight * distance, distance)
    imbalance += (1 - weight / weights) ** 2 / (group.n - 1)
    n += group.n
  }
  const df1 = count - 1
  const df2 = (count * count - 1) / (3 * imbalance)
  const statistic = between.value / df1 / (1 + (2 * (count - 2) * imbalance) / (count * count - 1))
  const excess = df1 * (statistic - 1)
  return { statistic, df1, df2, p: fisherFUpperP(statistic, df1, df2), omegaSquared: excess / (excess + n) }
}
