/** How often something happened in each of several groups, and in which of them most or least. */
import { newcombeInterval } from '../statistics/newcombe-interval.ts'
import { proportionRatio } from '../statistics/proportion-ratio.ts'
import { twoProportionTest } from '../statistics/two-proportion-test.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { type KeyedGroup, keyedDifference, keyedGroupsOf } from './keyed-groups.ts'

export interface RateGroup extends Proportion {
  readonly group: string
}

export interface RateDifference {
  readonly best: RateGroup
  /** The group at the other end. */
  readonly worst: RateGroup
  /** All rows outside the best group. */
  readonly rest: Proportion
  readonly all: Proportion
  /** Share of the best group less that of the rest, −1 to 1, with an interval that allows for the choice of the group. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** The larger of the two shares over the smaller, at least 1, with the end of its interval that is nearer to 1. */
  readonly ratio: number
  readonly surelyTimes: number
  /** Of the best group against the rest, times the number of groups it was chosen from (Bonferroni). */
  readonly p: number
}

export function rateOf({ successes, n }: Proportion): number {
  return successes / n
}

export function together(groups: readonly Proportion[]): Proportion {
  return {
    successes: groups.reduce((sum, { successes }) => sum + successes, 0),
    n: groups.reduce((sum, { n }) => sum + n, 0),
  }
}

/** The group to name: of the highest and the lowest rate, the one whose distance from the rest has the larger sure part. */
export function extremeRates(groups: readonly RateGroup[]): RateDifference | null {
  const ordered = groups.toSorted((left, right) => rateOf(right) - rateOf(left) || right.n - left.n)
  const [highest, lowest] = [ordered[0], ordered.at(-1)]
  if (highest === undefined || lowest === undefined || ordered.length < 2) return null
  const high = rateDifference(groups, highest, lowest)
  const low = rateDifference(groups, lowest, highest)
  if (high === null || low === null) return high ?? low
  // Between two groups, and where both ends are as far out, the higher one is the plainer thing to say.
  return groups.length > 2 && -low.high > 1.15 * high.low ? low : high
}

export function rateDifference(groups: readonly RateGroup[], best: RateGroup, worst: RateGroup): RateDifference | null {
  const rest = together(groups.filter((group) => group !== best))
  // With two groups there is one difference to look at, however it is told.
  const choices = groups.length > 2 ? groups.length : 1
  const confidence = 1 - 0.05 / choices
  const difference = newcombeInterval(best, rest, confidence)
  const test = twoProportionTest(best, rest)
  const [larger, smaller] = rateOf(best) >= rateOf(rest) ? [best, rest] : [rest, best]
  const ratio = proportionRatio(larger, smaller, confidence)
  if (difference === null || test === null || ratio === null) return null
  return {
    best,
    worst,
    rest,
    all: together(groups),
    ...difference,
    ratio: ratio.ratio,
    surelyTimes: ratio.low,
    p: Math.min(1, choices * test.p),
  }
}

/** Part of the variance of "it happened" that the groups account for, 0 to 1; 1 where they decide it. O(k). */
export function shareDecided(groups: readonly Proportion[]): number {
  const all = together(groups)
  const overall = rateOf(all)
  const between = groups.reduce((sum, group) => sum + group.n * (rateOf(group) - overall) ** 2, 0)
  const whole = all.n * overall * (1 - overall)
  return whole > 0 ? between / whole : 1
}

/** The same of groups whose rows come in clusters: what is tested is the mean of "it happened", counting keys. */
export function keyedRateDifference(groups: readonly KeyedGroup[], best: string, worst: string): RateDifference | null {
  const rates = groups.map(rateGroupOf)
  const [one, other] = [best, worst].map((name) => rates.find(({ group }) => group === name))
  const plain = one === undefined || other === undefined ? null : rateDifference(rates, one, other)
  const named = groups.find(({ group }) => group === best)
  const choices = groups.length > 2 ? groups.length : 1
  const others = groups.filter((group) => group !== named)
  const keyed = named === undefined ? null : keyedDifference(named, others, 1 - 0.05 / choices)
  if (plain === null || keyed === null) return null
  const [low, high] = [Math.max(-1, keyed.low), Math.min(1, keyed.high)]
  const sure = Math.min(Math.abs(low), Math.abs(high))
  const smaller = Math.min(rateOf(plain.best), rateOf(plain.rest))
  const surelyTimes =
    low * high <= 0 ? 1 : Math.min(plain.surelyTimes, smaller > 0 ? 1 + sure / smaller : plain.surelyTimes)
  return { ...plain, low, high, surelyTimes, p: Math.min(1, choices * keyed.p) }
}

export function rateGroupOf({ group, n, mean }: KeyedGroup): RateGroup {
  return { group, n, successes: Math.round(mean * n) }
}

export function keyedRateNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [group = [], n = [], mean = [], variance = [], keys = [], mean_variance = []] = columns
  const groups = keyedGroupsOf({ group, n, mean, variance, keys, mean_variance })
  const found = keyedRateDifference(groups, String(parameters.best), String(parameters.worst))
  if (found === null) throw new Error('The groups of this statement are not in its query')
  return numbersOf(found, groups.length)
}

export function rateDifferenceNumbers(columns: Columns, parameters: Parameters): Numbers {
  const [names = [], sizes = [], hits = []] = columns
  const groups = names.map(
    (name, index): RateGroup => ({ group: String(name), successes: Number(hits[index]), n: Number(sizes[index]) }),
  )
  const best = groups.find(({ group }) => group === parameters.best)
  const worst = groups.find(({ group }) => group === parameters.worst)
  const found = best === undefined || worst === undefined ? null : rateDifference(groups, best, worst)
  if (found === null) throw new Error('The groups of this statement are not in its query')
  return numbersOf(found, groups.length)
}

function numbersOf(found: RateDifference, groups: number): Numbers {
  return {
    best_rate: rateOf(found.best),
    best_hits: found.best.successes,
    best_n: found.best.n,
    worst_rate: rateOf(found.worst),
    rest_rate: rateOf(found.rest),
    rest_hits: found.rest.successes,
    rest_n: found.rest.n,
    overall_rate: rateOf(found.all),
    difference: found.difference,
    difference_low: found.low,
    difference_high: found.high,
    ratio: Number.isFinite(found.ratio) ? found.ratio : null,
    groups,
    n: found.all.n,
    p: found.p,
  }
}
