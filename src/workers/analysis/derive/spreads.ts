/** How widely the values of a measure lie in each of several groups, and in which of them most. */
import { normalQuantile } from '../statistics/normal-distribution.ts'
import { welchAnova } from '../statistics/welch-anova.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { type KeyedDifference, keyedDifference } from './keyed-groups.ts'

export interface SpreadGroup {
  readonly group: string
  readonly n: number
  readonly mean: number
  readonly median: number
  readonly variance: number
  /** Mean and variance of the absolute distances from the group's median. */
  readonly distance: number
  readonly distanceVariance: number
  /** Where rows repeat a key: how many keys, and the variance of `distance` that follows from them. */
  readonly keyed: { readonly keys: number; readonly meanVariance: number } | null
}

export interface SpreadDifference {
  readonly best: SpreadGroup
  readonly worst: SpreadGroup
  /** Standard deviation within the other groups, pooled. */
  readonly restSd: number
  readonly groups: number
  /** Mean distance from the median, that of the best group over that of the others, with its interval. */
  readonly ratio: number
  readonly low: number
  readonly high: number
  /** Of equal distances in all groups. */
  readonly p: number
}

const sdOf = ({ variance }: SpreadGroup): number => Math.sqrt(variance)

/** The group with the widest spread against the others. */
export function widestSpread(groups: readonly SpreadGroup[]): SpreadDifference | null {
  const ordered = groups.toSorted((left, right) => right.variance - left.variance)
  const [widest, narrowest] = [ordered[0], ordered.at(-1)]
  if (widest === undefined || narrowest === undefined || ordered.length < 2) return null
  return spreadDifference(groups, widest, narrowest)
}

/**
 * Brown and Forsythe's comparison: the absolute distances from each group's median, here with Welch's analysis of variance,
 * which does not take the distances themselves to scatter alike. The interval of the ratio is on the logarithmic scale.
 *
 * Source: Brown & Forsythe, JASA 69 (1974); variance of the log of a mean distance after Bonett & Seier, J. Educ. Behav.
 * Statist. 28 (2003).
 */
export function spreadDifference(
  groups: readonly SpreadGroup[],
  best: SpreadGroup,
  worst: SpreadGroup,
  confidence = 0.95,
): SpreadDifference | null {
  const others = groups.filter((group) => group !== best)
  const rows = others.reduce((sum, { n }) => sum + n, 0)
  const distance = others.reduce((sum, group) => sum + (group.n / rows) * group.distance, 0)
  const restError = others.reduce((sum, group) => sum + (group.n / rows) ** 2 * errorOf(group), 0)
  const freedom = others.reduce((sum, { n }) => sum + n - 1, 0)
  const pooled = others.reduce((sum, group) => sum + (group.n - 1) * group.variance, 0) / freedom
  const p = testOf(groups, best)
  if (!(distance > 0) || !(best.distance > 0) || !(pooled > 0) || p === null) return null
  const ratio = best.distance / distance
  const error = Math.sqrt(errorOf(best) / best.distance ** 2 + restError / distance ** 2)
  const factor = Math.exp(normalQuantile(0.5 + confidence / 2) * error)
  return {
    best,
    worst,
    restSd: Math.sqrt(pooled),
    groups: groups.length,
    ratio,
    low: ratio / factor,
    high: ratio * factor,
    p,
  }
}

/** Variance of a group's mean distance, the median being estimated as well. */
function errorOf({ n, mean, median, variance, distance, keyed }: SpreadGroup): number {
  if (keyed !== null) return keyed.meanVariance
  return Math.max(0, variance + (mean - median) ** 2 - distance ** 2) / n
}

function testOf(groups: readonly SpreadGroup[], best: SpreadGroup): number | null {
  const keyed = groups.map(({ n, distance, keyed: own }) => (own === null ? null : { n, mean: distance, ...own }))
  const known = keyed.filter((group) => group !== null)
  if (known.length === groups.length) {
    const position = groups.indexOf(best)
    const [own, others] = [known[position], known.filter((_, index) => index !== position)]
    const difference: KeyedDifference | null = own === undefined ? null : keyedDifference(own, others)
    if (groups.length === 2) return difference?.p ?? null
    return (
      welchAnova(known.map(({ keys, mean, meanVariance }) => ({ n: keys, mean, variance: keys * meanVariance })))?.p ??
      null
    )
  }
  return (
    welchAnova(groups.map(({ n, distance, distanceVariance }) => ({ n, mean: distance, variance: distanceVariance })))
      ?.p ?? null
  )
}

export function spreadGroupsOf(columns: Readonly<Record<string, readonly unknown[]>>): SpreadGroup[] {
  const at = (name: string, index: number): number => Number(columns[name]?.[index])
  return (columns.group ?? []).map((group, index) => ({
    group: String(group),
    n: at('n', index),
    mean: at('mean', index),
    median: at('median', index),
    variance: at('variance', index),
    distance: at('distance', index),
    distanceVariance: at('distance_variance', index),
    keyed: columns.keys === undefined ? null : { keys: at('keys', index), meanVariance: at('mean_variance', index) },
  }))
}

export const spreadColumns = ['group', 'n', 'mean', 'median', 'variance', 'distance', 'distance_variance'] as const
export const keyedSpreadColumns = [...spreadColumns, 'keys', 'mean_variance'] as const

export function spreadNumbers(columns: Columns, parameters: Parameters): Numbers {
  const named = Object.fromEntries(
    keyedSpreadColumns.flatMap((name, index) => {
      const values = columns[index]
      return values === undefined ? [] : [[name, values] as const]
    }),
  )
  const groups = spreadGroupsOf(named)
  const best = groups.find(({ group }) => group === parameters.best)
  const worst = groups.find(({ group }) => group === parameters.worst)
  const found = best === undefined || worst === undefined ? null : spreadDifference(groups, best, worst)
  if (found === null) throw new Error('The groups of this statement are not in its query')
  return {
    best_sd: sdOf(found.best),
    best_n: found.best.n,
    best_mean: found.best.mean,
    rest_sd: found.restSd,
    worst_sd: sdOf(found.worst),
    ratio: found.ratio,
    ratio_low: found.low,
    ratio_high: found.high,
    groups: found.groups,
    n: groups.reduce((sum, { n }) => sum + n, 0),
    p: found.p,
  }
}
