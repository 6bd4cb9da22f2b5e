/** Groups of rows that come in clusters (several rows a customer), compared as if each cluster counted once. */

import { hedgesG } from '../statistics/hedges-g.ts'
import { studentTQuantile, studentTTwoSidedP } from '../statistics/student-t-distribution.ts'
import { type GroupSummary, welchAnova } from '../statistics/welch-anova.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { combined, type NamedGroup, nextAfter, shareBetween } from './groups.ts'

/** A group with the number of keys in it and what that makes of its mean's variance. */
export interface KeyedSummary {
  readonly n: number
  readonly mean: number
  readonly keys: number
  /** Cluster-robust variance of the mean over rows. */
  readonly meanVariance: number
}

export interface KeyedDifference {
  readonly difference: number
  readonly low: number
  readonly high: number
  readonly p: number
}

/** As many values as there are keys, with the same mean and the same variance of the mean. */
export function perKey<Group extends KeyedSummary>(group: Group): Group & GroupSummary {
  return { ...group, n: group.keys, variance: group.keys * group.meanVariance }
}

/**
 * Mean over the rows of one group less that over the rows of all others, with an interval and p that count keys. Null
 * for fewer than two keys on either side, or no variance. O(k).
 *
 * Source: Liang & Zeger, Biometrika 73 (1986) for the variance of a mean by clusters; degrees of freedom after Welch and
 * Satterthwaite, those of a group being its keys less one.
 */
export function keyedDifference(
  best: KeyedSummary,
  others: readonly KeyedSummary[],
  confidence = 0.95,
): KeyedDifference | null {
  const rows = others.reduce((sum, { n }) => sum + n, 0)
  const mean = others.reduce((sum, group) => sum + (group.n / rows) * group.mean, 0)
  const restVariance = others.reduce((sum, group) => sum + (group.n / rows) ** 2 * group.meanVariance, 0)
  const restFreedom = others.reduce((sum, { keys }) => sum + keys - 1, 0)
  const variance = best.meanVariance + restVariance
  if (best.keys < 2 || restFreedom < 1 || !(variance > 0)) return null
  const freedom = variance ** 2 / (best.meanVariance ** 2 / (best.keys - 1) + restVariance ** 2 / restFreedom)
  const error = Math.sqrt(variance)
  const margin = studentTQuantile(0.5 + confidence / 2, freedom) * error
  const difference = best.mean - mean
  return {
    difference,
    low: difference - margin,
    high: difference + margin,
    p: studentTTwoSidedP(difference / error, freedom),
  }
}

export interface KeyedGroup extends NamedGroup, KeyedSummary {}

/** From the columns of a `keyedGroupsSql` query. */
export function keyedGroupsOf(columns: Readonly<Record<string, readonly unknown[]>>): KeyedGroup[] {
  const { group = [], n = [], mean = [], variance = [], keys = [], mean_variance = [] } = columns
  return group.map((name, index) => ({
    group: String(name),
    n: Number(n[index]),
    mean: Number(mean[index]),
    variance: Number(variance[index]),
    keys: Number(keys[index]),
    meanVariance: Number(mean_variance[index]),
  }))
}

/** That all groups are alike, and by how much the named one differs; null where it cannot be said. */
export function keyedTest(groups: readonly KeyedGroup[], best: string): KeyedDifference | null {
  const named = groups.find(({ group }) => group === best)
  if (named === undefined) return null
  const difference = keyedDifference(
    named,
    groups.filter((group) => group !== named),
  )
  if (difference === null || groups.length === 2) return difference
  const test = welchAnova(groups.map(perKey))
  return test === null ? null : { ...difference, p: test.p }
}

export function keyedGroupNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [group = [], n = [], mean = [], variance = [], keys = [], mean_variance = []] = columns
  const groups = keyedGroupsOf({ group, n, mean, variance, keys, mean_variance })
  const best = groups.find((one) => one.group === parameters.best)
  const worst = groups.find((one) => one.group === parameters.worst)
  const rest = combined(groups.filter((one) => one !== best))
  const all = combined(groups)
  const tested = best === undefined ? null : keyedTest(groups, best.group)
  if (best === undefined || worst === undefined || rest === null || all === null || tested === null) {
    throw new Error('The groups of this statement are not in its query')
  }
  return {
    best_mean: best.mean,
    worst_mean: worst.mean,
    next_mean: nextAfter(groups, best)?.mean ?? null,
    rest_mean: rest.mean,
    overall_mean: all.mean,
    difference: tested.difference,
    difference_low: tested.low,
    difference_high: tested.high,
    groups: groups.length,
    best_n: best.n,
    n: all.n,
    omega_squared: shareBetween(groups),
    hedges_g: hedgesG(best, rest)?.g ?? null,
    blocks: null,
    blocks_agreeing: null,
    p: tested.p,
  }
}
