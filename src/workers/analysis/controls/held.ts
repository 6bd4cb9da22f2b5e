/** A difference or a correlation over all rows beside the same within the levels of a third column. */
import { combined, differenceInterval } from '../derive/groups.ts'
import type { Effect } from '../statistics/confounding.ts'
import { correlationP, spearmanInterval } from '../statistics/correlation.ts'
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

/** Levels of pairs without a value of the control, and of rows that are no pair: both are in no level. */
export const noLevel = -1
export const notPaired = -2

/**
 * The same of rank correlations: pairs of finite values, each with its level from 0 or `noLevel`. Ranks are those among
 * all pairs. O(n log n).
 */
export function ranksHeld(x: ArrayLike<number>, y: ArrayLike<number>, levels: ArrayLike<number>): Held | null {
  return rankedHeld(ranks(x), ranks(y), levels)
}

/** The same of values that are ranks already; rows with the level `notPaired` are left out. O(n). */
export function rankedHeld(x: ArrayLike<number>, y: ArrayLike<number>, levels: ArrayLike<number>): Held | null {
  const { all, byLevel } = productsByLevel(x, y, levels)
  const within = stratifiedCorrelation(x, y, levels)
  const rho = correlationOf(all)
  const p = rho === null ? null : correlationP(rho, all.n)
  const interval = rho === null ? null : spearmanInterval(rho, all.n)
  if (within === null || rho === null || p === null || interval === null) return null
  const inLevels = byLevel.reduce((sum, { n }) => sum + n, 0)
  const signs = byLevel.map(({ product }) => product)
  return heldOf({ value: rho, ...interval, p }, { ...within, difference: within.r }, signs, inLevels, all.n, null, null)
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

/**
 * Pearson's r of pairs of ranks, without the rows that lack either (NaN); null where either has no spread. The mean of
 * ranks is known to a few digits, so that plain sums about it lose none. O(n).
 */
export function correlationOfRanks(x: Float64Array, y: Float64Array): number | null {
  const middle = x.length / 2
  let [n, sumX, sumY, squaresX, squaresY, product] = [0, 0, 0, 0, 0, 0]
  for (let row = 0; row < x.length; row++) {
    const offX = (x[row] ?? Number.NaN) - middle
    const offY = (y[row] ?? Number.NaN) - middle
    if (Number.isNaN(offX + offY)) continue
    n++
    sumX += offX
    sumY += offY
    squaresX += offX * offX
    squaresY += offY * offY
    product += offX * offY
  }
  return correlationOf({
    n,
    squaresX: squaresX - (sumX * sumX) / n,
    squaresY: squaresY - (sumY * sumY) / n,
    product: product - (sumX * sumY) / n,
  })
}

/** Sums of squares and products of pairs about their means. */
interface Products {
  readonly n: number
  readonly squaresX: number
  readonly squaresY: number
  readonly product: number
}

/** Over all pairs, and of each level of two pairs or more. Two passes, as the means come first. */
function productsByLevel(x: ArrayLike<number>, y: ArrayLike<number>, levels: ArrayLike<number>) {
  let count = 0
  for (let row = 0; row < levels.length; row++) count = Math.max(count, (levels[row] ?? notPaired) + 1)
  // The last place is for pairs in no level.
  const [n, meansX, meansY] = sumsOf(count + 1)
  let [all, allX, allY] = [0, 0, 0]
  for (let row = 0; row < x.length; row++) {
    const level = levels[row] ?? notPaired
    if (level === notPaired) continue
    const place = level < 0 ? count : level
    n[place] = (n[place] ?? 0) + 1
    meansX[place] = (meansX[place] ?? 0) + (x[row] ?? 0)
    meansY[place] = (meansY[place] ?? 0) + (y[row] ?? 0)
  }
  for (let place = 0; place <= count; place++) {
    all += n[place] ?? 0
    allX += meansX[place] ?? 0
    allY += meansY[place] ?? 0
    meansX[place] = (meansX[place] ?? 0) / (n[place] ?? 0)
    meansY[place] = (meansY[place] ?? 0) / (n[place] ?? 0)
  }
  const [meanX, meanY] = [allX / all, allY / all]
  const [squaresX, squaresY, products] = sumsOf(count + 1)
  let [allSquaresX, allSquaresY, allProducts] = [0, 0, 0]
  for (let row = 0; row < x.length; row++) {
    const level = levels[row] ?? notPaired
    if (level === notPaired) continue
    const place = level < 0 ? count : level
    const valueX = x[row] ?? 0
    const valueY = y[row] ?? 0
    allSquaresX += (valueX - meanX) * (valueX - meanX)
    allSquaresY += (valueY - meanY) * (valueY - meanY)
    allProducts += (valueX - meanX) * (valueY - meanY)
    const offX = valueX - (meansX[place] ?? 0)
    const offY = valueY - (meansY[place] ?? 0)
    squaresX[place] = (squaresX[place] ?? 0) + offX * offX
    squaresY[place] = (squaresY[place] ?? 0) + offY * offY
    products[place] = (products[place] ?? 0) + offX * offY
  }
  const byLevel: Products[] = []
  for (let level = 0; level < count; level++) {
    if ((n[level] ?? 0) < 2) continue
    byLevel.push({
      n: n[level] ?? 0,
      squaresX: squaresX[level] ?? 0,
      squaresY: squaresY[level] ?? 0,
      product: products[level] ?? 0,
    })
  }
  return { all: { n: all, squaresX: allSquaresX, squaresY: allSquaresY, product: allProducts }, byLevel }
}

function sumsOf(length: number): readonly [Float64Array, Float64Array, Float64Array] {
  return [new Float64Array(length), new Float64Array(length), new Float64Array(length)]
}

function correlationOf({ squaresX, squaresY, product }: Products): number | null {
  const scale = Math.sqrt(squaresX) * Math.sqrt(squaresY)
  return scale > 0 ? Math.min(1, Math.max(-1, product / scale)) : null
}
