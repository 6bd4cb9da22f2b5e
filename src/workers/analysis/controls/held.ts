/** A difference or a correlation over all rows beside the same within the levels of a third column. */
import { combined, differenceInterval } from '../derive/groups.ts'
import type { Effect } from '../statistics/confounding.ts'
import { spearman } from '../statistics/correlation.ts'
import { normalTwoSidedP } from '../statistics/normal-distribution.ts'
import { ranks } from '../statistics/ranks.ts'
import { stratifiedCorrelation } from '../statistics/stratified-correlation.ts'
import {
  mantelHaenszelDifference,
  type Stratum,
  stratifiedMeanDifference,
} from '../statistics/stratified-difference.ts'
import type { GroupSummary } from '../statistics/welch-anova.ts'
import type { Proportion } from '../statistics/wilson-interval.ts'

export interface TestedEffect extends Effect {
  readonly p: number
}

export interface Held {
  /** Over all rows; of differences, the named group less the other rows. */
  readonly overall: TestedEffect
  /** Within the levels of the control. */
  readonly within: TestedEffect
  /** Levels that say something: those with rows on both sides. */
  readonly levels: number
  /** Of these, the levels in which the sign is the other one than over all rows. */
  readonly against: number
  /** Part of the rows that lie in these levels, 0 to 1. */
  readonly covered: number
  readonly n: number
  /** Mean or share of the named group and of the other rows; null of correlations. */
  readonly own: number | null
  readonly other: number | null
}

/** A level with the summaries of both sides; the level of rows without a value of the control is null. */
export interface Level<Summary> extends Stratum<Summary> {
  readonly level: string | null
}

/** `left` is the named group. Null where either comparison cannot be made. O(levels). */
export function meansHeld(levels: readonly Level<GroupSummary>[]): Held | null {
  const own = combined(levels.map(({ left }) => left).filter(({ n }) => n > 0))
  const other = combined(levels.map(({ right }) => right).filter(({ n }) => n > 0))
  if (own === null || other === null || own.n < 2 || other.n < 2) return null
  const used = levels.filter(({ level, left, right }) => level !== null && left.n >= 2 && right.n >= 2)
  const within = stratifiedMeanDifference(used)
  const { difference, low, high } = differenceInterval(own, other, 1)
  const error = Math.sqrt(own.variance / own.n + other.variance / other.n)
  if (within === null || !(error > 0)) return null
  const overall = { value: difference, low, high, p: normalTwoSidedP(difference / error) }
  const differences = used.map(({ left, right }) => left.mean - right.mean)
  return heldOf(overall, within, differences, rowsIn(used), own.n + other.n, own.mean, other.mean)
}

/** The same of shares. */
export function ratesHeld(levels: readonly Level<Proportion>[]): Held | null {
  const [own, other] = [pooled(levels.map(({ left }) => left)), pooled(levels.map(({ right }) => right))]
  const all = mantelHaenszelDifference([{ left: own, right: other }])
  const used = levels.filter(({ level, left, right }) => level !== null && left.n >= 1 && right.n >= 1)
  const within = mantelHaenszelDifference(used)
  if (all === null || within === null) return null
  const overall = { value: all.difference, low: all.low, high: all.high, p: all.p }
  const differences = used.map(({ left, right }) => left.successes / left.n - right.successes / right.n)
  const n = own.n + other.n
  return heldOf(overall, within, differences, rowsIn(used), n, own.successes / own.n, other.successes / other.n)
}

/**
 * The same of rank correlations: pairs of finite values, each with its level from 0, or below 0 for none. Ranks are those
 * among all pairs. O(n log n).
 */
export function ranksHeld(x: ArrayLike<number>, y: ArrayLike<number>, levels: ArrayLike<number>): Held | null {
  const all = spearman(x, y)
  if (all === null) return null
  const [rankedX, rankedY] = [ranks(x), ranks(y)]
  const within = stratifiedCorrelation(rankedX, rankedY, levels)
  if (within === null) return null
  const products = productsByLevel(rankedX, rankedY, levels)
  const overall = { value: all.rho, low: all.low, high: all.high, p: all.p }
  const inLevels = products.reduce((sum, { n }) => sum + n, 0)
  const signs = products.map(({ product }) => product)
  return heldOf(overall, { ...within, difference: within.r }, signs, inLevels, all.n, null, null)
}

function heldOf(
  overall: TestedEffect,
  { difference, low, high, p }: { difference: number; low: number; high: number; p: number },
  byLevel: readonly number[],
  rowsUsed: number,
  n: number,
  own: number | null,
  other: number | null,
): Held {
  return {
    overall,
    within: { value: difference, low, high, p },
    levels: byLevel.length,
    against: byLevel.filter((value) => value * overall.value < 0).length,
    covered: rowsUsed / n,
    n,
    own,
    other,
  }
}

function rowsIn(levels: readonly Level<{ readonly n: number }>[]): number {
  return levels.reduce((sum, { left, right }) => sum + left.n + right.n, 0)
}

function pooled(parts: readonly Proportion[]): Proportion {
  return parts.reduce((sum, { successes, n }) => ({ successes: sum.successes + successes, n: sum.n + n }), {
    successes: 0,
    n: 0,
  })
}

/** Levels of two pairs or more, each with the sum of products about its means. */
function productsByLevel(x: ArrayLike<number>, y: ArrayLike<number>, levels: ArrayLike<number>) {
  const found = new Map<number, { n: number; meanX: number; meanY: number; product: number }>()
  for (let index = 0; index < x.length; index++) {
    const level = levels[index] ?? -1
    if (level < 0) continue
    const entry = found.get(level) ?? { n: 0, meanX: 0, meanY: 0, product: 0 }
    const [a, b] = [x[index] ?? 0, y[index] ?? 0]
    entry.n++
    const off = a - entry.meanX
    entry.meanX += off / entry.n
    entry.meanY += (b - entry.meanY) / entry.n
    entry.product += off * (b - entry.meanY)
    found.set(level, entry)
  }
  return [...found.values()].filter(({ n }) => n >= 2)
}
