/** One-way analysis of variance with equal variances. */
import { ExactSum } from './exact-sum.ts'
import { fisherFUpperP } from './fisher-f-distribution.ts'
import { addSquaredDeviations, exactMean, meanOfSum } from './mean.ts'

export interface AnovaResult {
  readonly statistic: number
  readonly df1: number
  readonly df2: number
  readonly p: number
  /** Share of the variance that lies between the groups, less what chance alone would put there; may be below 0. */
  readonly omegaSquared: number
}

/**
 * Fisher's F for equal means over groups of finite values; empty groups are left out. Null with fewer than two groups,
 * no degrees of freedom within, or no variance at all. Sums about exact means (NIST StRD analysis of variance).
 *
 * Source: Fisher (1925); ω² of Hays (1963). O(n).
 */
export function oneWayAnova(groups: readonly ArrayLike<number>[]): AnovaResult | null {
  const filled = groups.filter((group) => group.length > 0)
  const n = filled.reduce((sum, group) => sum + group.length, 0)
  if (filled.length < 2 || n <= filled.length) return null
  const total = new ExactSum()
  for (const group of filled) for (let index = 0; index < group.length; index++) total.add(group[index] ?? 0)
  const grandMean = meanOfSum(total, n)
  const within = new ExactSum()
  const between = new ExactSum()
  for (const group of filled) {
    const groupMean = exactMean(group)
    if (groupMean === null) continue
    addSquaredDeviations(within, group, groupMean)
    const distance = groupMean.high - grandMean.high + (groupMean.low - grandMean.low)
    between.addProduct(group.length * distance, distance)
  }
  return anovaOf(between.value, within.value, filled.length, n)
}

/** The same from the sums of squares between and within `groups` groups of `n` values together. O(1). */
export function anovaOf(between: number, within: number, groups: number, n: number): AnovaResult | null {
  const df1 = groups - 1
  const df2 = n - groups
  if (df1 < 1 || df2 < 1 || !(between + within > 0)) return null
  const withinMean = within / df2
  const statistic = between / df1 / withinMean
  return {
    statistic,
    df1,
    df2,
    p: fisherFUpperP(statistic, df1, df2),
    omegaSquared: (between - df1 * withinMean) / (between + within + withinMean),
  }
}
