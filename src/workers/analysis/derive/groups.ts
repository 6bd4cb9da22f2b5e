/** How groups differ in a measure, from their sizes, means and variances. */

import { chiSquareUpperP } from '../statistics/chi-square-distribution.ts'
import { hedgesG, type StandardisedDifference } from '../statistics/hedges-g.ts'
import { kruskalWallis } from '../statistics/kruskal-wallis.ts'
import { studentTQuantile } from '../statistics/student-t-distribution.ts'
import { type GroupSummary, welchAnova } from '../statistics/welch-anova.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export interface NamedGroup extends GroupSummary {
  readonly group: string
}

export interface Extremes {
  /** The highest or the lowest group, whichever differs more surely from all other rows. */
  readonly best: NamedGroup
  /** The group at the other end. */
  readonly worst: NamedGroup
  readonly rest: GroupSummary
  readonly difference: StandardisedDifference
}

/** Rows of several groups as one group: mean and variance about the common mean. Null for no rows. */
export function combined(groups: readonly GroupSummary[]): GroupSummary | null {
  const n = groups.reduce((sum, group) => sum + group.n, 0)
  if (n === 0) return null
  const origin = groups[0]?.mean ?? 0
  const mean = origin + groups.reduce((sum, group) => sum + group.n * (group.mean - origin), 0) / n
  const squares = groups.reduce(
    (sum, group) => sum + (group.n > 1 ? (group.n - 1) * group.variance : 0) + group.n * (group.mean - mean) ** 2,
    0,
  )
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 }
}

/** The group to name: of the highest and the lowest, the one whose distance from the rest has the larger sure part. */
export function extremes(groups: readonly NamedGroup[]): Extremes | null {
  const ordered = [...groups].sort((left, right) => right.mean - left.mean)
  const highest = ordered[0]
  const lowest = ordered.at(-1)
  if (highest === undefined || lowest === undefined || ordered.length < 2) return null
  const high = against(highest, lowest, groups)
  const low = against(lowest, highest, groups)
  if (high === null || low === null) return high ?? low
  // Between two groups, and where both ends are as far out, the higher one is the plainer thing to say.
  return -low.difference.high > 1.15 * high.difference.low && groups.length > 2 ? low : high
}

/** The group that comes after the named one, seen from its end of the order; null for fewer than three groups. */
export function nextAfter(groups: readonly NamedGroup[], best: NamedGroup): NamedGroup | null {
  const others = groups.filter((group) => group !== best)
  const rest = combined(others)
  if (rest === null || others.length < 2) return null
  const sign = Math.sign(best.mean - rest.mean)
  return (
    others.toSorted((left, right) => sign * (right.mean - left.mean) || (left.group < right.group ? -1 : 1))[0] ?? null
  )
}

function against(best: NamedGroup, worst: NamedGroup, groups: readonly NamedGroup[]): Extremes | null {
  const rest = combined(groups.filter((group) => group !== best))
  const difference = rest === null ? null : hedgesG(best, rest)
  return rest === null || difference === null ? null : { best, worst, rest, difference }
}

/** Sizes as if only `share` of the rows were independent of each other. */
export function thinned<Group extends GroupSummary>(groups: readonly Group[], share: number): Group[] {
  return groups.map((group) => ({ ...group, n: group.n * share }))
}

/** Welch's 95 % interval of the difference of two means, as if only `share` of the rows were independent. */
export function differenceInterval(
  best: GroupSummary,
  rest: GroupSummary,
  share: number,
): { readonly difference: number; readonly low: number; readonly high: number } {
  const ownError = best.variance / (best.n * share)
  const restError = rest.variance / (rest.n * share)
  const error = ownError + restError
  const degrees =
    error ** 2 / (ownError ** 2 / Math.max(1, best.n * share - 1) + restError ** 2 / Math.max(1, rest.n * share - 1))
  const margin = error > 0 ? studentTQuantile(0.975, degrees) * Math.sqrt(error) : 0
  const difference = best.mean - rest.mean
  return { difference, low: difference - margin, high: difference + margin }
}

export function groupDifferenceNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [names = [], sizes = [], means = [], variances = []] = columns
  const groups = names.map(
    (name, index): NamedGroup => ({
      group: String(name),
      n: Number(sizes[index]),
      mean: Number(means[index]),
      variance: Number(variances[index]),
    }),
  )
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  const best = groups.find((group) => group.group === parameters.best)
  const worst = groups.find((group) => group.group === parameters.worst)
  const rest = combined(groups.filter((group) => group !== best))
  const all = combined(groups)
  const test = welchAnova(thinned(groups, share))
  if (best === undefined || worst === undefined || rest === null || all === null) {
    throw new Error('The groups of this statement are not in its query')
  }
  const { difference, low, high } = differenceInterval(best, rest, share)
  return {
    best_mean: best.mean,
    worst_mean: worst.mean,
    next_mean: nextAfter(groups, best)?.mean ?? null,
    rest_mean: rest.mean,
    overall_mean: all.mean,
    difference,
    difference_low: low,
    difference_high: high,
    groups: groups.length,
    best_n: best.n,
    n: all.n,
    omega_squared: shareBetween(groups),
    hedges_g: hedgesG(best, rest)?.g ?? null,
    blocks: null,
    blocks_agreeing: null,
    p: test?.p ?? null,
  }
}

/** ω² from summaries: share of variance between the groups less what chance alone puts there. */
export function shareBetween(groups: readonly GroupSummary[]): number {
  const all = combined(groups)
  if (all === null) return 0
  const within = groups.reduce((sum, group) => sum + (group.n > 1 ? (group.n - 1) * group.variance : 0), 0)
  const between = groups.reduce((sum, group) => sum + group.n * (group.mean - all.mean) ** 2, 0)
  const meanWithin = within / Math.max(1, all.n - groups.length)
  return (between - (groups.length - 1) * meanWithin) / (between + within + meanWithin)
}

export function kruskalWallisNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [names = [], values = []] = columns
  const share = typeof parameters.independent === 'number' ? parameters.independent : 1
  return { p: rankTestP(names, values, share) }
}

/** Kruskal–Wallis p over rows, as if only `share` of them were independent; null where it is not defined. */
export function rankTestP(names: readonly unknown[], values: readonly unknown[], share: number): number | null {
  const byGroup = new Map<unknown, number[]>()
  for (const [index, name] of names.entries()) {
    const value = values[index]
    if (name === null || typeof value !== 'number' || !Number.isFinite(value)) continue
    const group = byGroup.get(name)
    if (group === undefined) byGroup.set(name, [value])
    else group.push(value)
  }
  const test = kruskalWallis([...byGroup.values()].filter((group) => group.length >= 5))
  return test === null ? null : chiSquareUpperP(test.statistic * share, test.df)
}
