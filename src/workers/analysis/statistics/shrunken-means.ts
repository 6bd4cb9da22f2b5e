/** Group means drawn towards the whole, so that the highest and lowest are not just the smallest groups. */
import type { GroupSummary } from './welch-anova.ts'

export interface ShrunkenMeans {
  /** One a group, in the unit of the values. */
  readonly means: Float64Array
  /** Share of the distance from the centre that each group keeps, 0 to 1. */
  readonly kept: Float64Array
  /** What groups are drawn towards. */
  readonly center: number
  /** Variance between the groups' true means. */
  readonly between: number
}

/**
 * Empirical-Bayes means: each group keeps τ²/(τ² + s²/n) of its distance from the centre, with the groups' common
 * variance s² (a group of three has none of its own worth using) and τ² by the method of moments. With τ² = 0 all means
 * are the centre. Null for no group with rows, or no variance within. O(k).
 *
 * Source: DerSimonian & Laird, Controlled Clinical Trials 7 (1986) for τ²; Morris, JASA 78 (1983).
 */
export function shrunkenMeans(groups: readonly GroupSummary[]): ShrunkenMeans | null {
  const filled = groups.filter(({ n }) => n > 0)
  const freedom = filled.reduce((sum, { n }) => sum + n - 1, 0)
  const pooled = filled.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / freedom
  if (filled.length === 0 || !(pooled > 0)) return null
  const weighted = (weight: (group: GroupSummary) => number) => {
    const total = filled.reduce((sum, group) => sum + weight(group), 0)
    return { total, mean: filled.reduce((sum, group) => sum + weight(group) * group.mean, 0) / total }
  }
  const fixed = weighted(({ n }) => n / pooled)
  const spread = filled.reduce((sum, { n, mean }) => sum + (n / pooled) * (mean - fixed.mean) ** 2, 0)
  const squares = filled.reduce((sum, { n }) => sum + (n / pooled) ** 2, 0)
  const between = Math.max(0, (spread - (filled.length - 1)) / (fixed.total - squares / fixed.total) || 0)
  const center = weighted(({ n }) => 1 / (between + pooled / n)).mean
  const kept = Float64Array.from(groups, ({ n }) => (n > 0 ? between / (between + pooled / n) : 0))
  const means = Float64Array.from(groups, ({ mean, n }, index) =>
    n > 0 ? center + (kept[index] ?? 0) * (mean - center) : center,
  )
  return { means, kept, center, between }
}
