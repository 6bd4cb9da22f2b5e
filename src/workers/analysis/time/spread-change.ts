/** Does a series scatter more from some period on, or do its swings grow with its level? */

import { correlationP, pearsonCoefficient } from '../statistics/correlation.ts'
import { prewhiten } from '../statistics/first-order-autoregression.ts'
import { leastSquaresFit } from '../statistics/least-squares.ts'
import { mean } from '../statistics/mean.ts'
import { moments } from '../statistics/moments.ts'
import { varianceChange } from '../statistics/variance-change.ts'
import { withoutWildValues } from '../statistics/wild-values.ts'
import type { RegularSeries } from './series.ts'
import { nearlyRandomWalk, type SeriesShape } from './shape.ts'

export interface SpreadChange {
  /** Standard deviations before and after: around the course of the series, or of whole cycles as observed. */
  readonly before: number
  readonly after: number
  /** Means of the observed values over the same periods. */
  readonly levelBefore: number
  readonly levelAfter: number
  readonly periodsBefore: number
  readonly periodsAfter: number
  /** after / before. */
  readonly ratio: number
  /** First index of the part that scatters differently; null where the swings go with the level. */
  readonly place: number | null
}

export interface SpreadTest {
  /** 1 where it cannot be tested. */
  readonly p: number
  /** What there is if p is believed; null where there is nothing to tell. */
  readonly change: SpreadChange | null
}

const none: SpreadTest = { p: 1, change: null }
const leastCycles = 5
/** Least of the larger spread over the smaller that is worth a word. */
export const leastRatio = 1.5
const simulations = 1_999
/** Most by which a single value may change the ratio of two spreads. */
const mostByOneValue = 1.35

/**
 * A change of the scatter around the shape of the series, the dependence on neighbours taken out for the test. The place
 * is the likeliest for two normal distributions with spreads of their own. O(2000 · n).
 *
 * Source: see `varianceChange`.
 */
export function scatterChange({ values }: RegularSeries, shape: SeriesShape, seed = 1): SpreadTest {
  // Swings that grow with the level are another matter, so there the scatter is compared as a share of it.
  const size = (index: number): number => (shape.proportional ? Math.abs(shape.fitted[index] ?? 1) : 1)
  const rest = shape.values.map((value, index) => value - (shape.fitted[index] ?? 0))
  // A single period far out is that, and no change of scatter.
  const tamed = withoutWildValues(rest)
  const scaled = tamed.map((value, index) => value / size(index))
  const innovations = prewhiten(scaled, shape.autoregression)
  const tested = varianceChange(innovations, { simulations, seed })
  if (tested === null) return none
  const place = likeliestPlace(innovations) + 1
  const [left, right] = [rest.subarray(0, place), rest.subarray(place)]
  const before = moments(left)?.sd ?? 0
  const after = moments(right)?.sd ?? 0
  const withoutLargest = ratioWithoutLargest(left, right)
  const byOneValue =
    Math.max(withoutLargest, 1 / withoutLargest) < leastRatio ||
    Math.abs(Math.log(after / before / withoutLargest)) > Math.log(mostByOneValue)
  // How far a walk strays from its course says little of how it steps.
  const strays = shape.autoregression >= nearlyRandomWalk
  if (strays || byOneValue || !(before > 0 && after > 0) || (after - before) * (tested.after - tested.before) <= 0)
    return { ...none, p: tested.p }
  return {
    p: tested.p,
    change: {
      before,
      after,
      levelBefore: mean(values.subarray(0, place)) ?? 0,
      levelAfter: mean(values.subarray(place)) ?? 0,
      periodsBefore: place,
      periodsAfter: values.length - place,
      ratio: after / before,
      place,
    },
  }
}

/** Ratio of the standard deviation of `right` to that of `left`, the value furthest from 0 in both left out. */
function ratioWithoutLargest(left: Float64Array, right: Float64Array): number {
  const furthest = [...left, ...right].reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const sd = (part: Float64Array): number => moments(part.filter((value) => Math.abs(value) < furthest))?.sd ?? 0
  return sd(right) / sd(left)
}

/** Least number of values on either side of a change of spread. */
const leastSide = 8

/** First index of the second part where Σ n·ln(s²) of two parts is least, squares held to ten times their median. */
function likeliestPlace(values: Float64Array): number {
  const n = values.length
  const squares = values.map((value) => value * value)
  const bound = 10 * (squares.slice().sort()[Math.floor(n / 2)] ?? 0)
  const sums = new Float64Array(n + 1)
  for (let index = 0; index < n; index++) sums[index + 1] = (sums[index] ?? 0) + Math.min(squares[index] ?? 0, bound)
  let best = leastSide
  let least = Number.POSITIVE_INFINITY
  for (let place = leastSide; place <= n - leastSide; place++) {
    const before = sums[place] ?? 0
    const after = (sums[n] ?? 0) - before
    const cost = place * Math.log(before / place) + (n - place) * Math.log(after / (n - place))
    if (cost < least) [best, least] = [place, cost]
  }
  return best
}

/**
 * Swings within a cycle of `period` that grow with the level: the correlation, over whole cycles, of the logarithms of
 * their standard deviation and their mean, both as observed. O(n).
 */
export function swingsWithLevel({ values }: RegularSeries, period: number): SpreadTest {
  const cycles = Math.floor(values.length / period)
  if (cycles < leastCycles) return none
  const parts = Array.from({ length: cycles }, (_, cycle) =>
    moments(values.subarray(cycle * period, (cycle + 1) * period)),
  )
  const [means, sds] = [parts.map((part) => part?.mean ?? 0), parts.map((part) => part?.sd ?? 0)]
  if (![...means, ...sds].every((value) => value > 0)) return none
  // Growth within a cycle is no swing: what the spread is beside it must go with the level as well.
  const swings = parts.map((_, cycle) => detrendedSd(values.subarray(cycle * period, (cycle + 1) * period)))
  if (!swings.every((value) => value > 0)) return none
  const correlations = [sds, swings].map((sizes) => pearsonCoefficient(means.map(Math.log), sizes.map(Math.log)) ?? 0)
  const correlation = Math.min(...correlations)
  const p = Math.max(...correlations.map((one) => correlationP(one, cycles) ?? 1))
  const [before = 0, after = 0] = [sds[0], sds.at(-1)]
  const [levelBefore = 0, levelAfter = 0] = [means[0], means.at(-1)]
  const largest = (sizes: readonly number[]): number => (sizes.at(-1) ?? 0) / (sizes[0] ?? 1)
  const grown = Math.max(largest(swings), 1 / largest(swings)) >= leastRatio
  if (correlation <= 0 || !grown || (after - before) * (levelAfter - levelBefore) <= 0) return { ...none, p }
  return {
    p,
    change: {
      before,
      after,
      levelBefore,
      levelAfter,
      periodsBefore: period,
      periodsAfter: period,
      ratio: after / before,
      place: null,
    },
  }
}

/** Standard deviation around the straight line through the values. O(n). */
function detrendedSd(values: Float64Array): number {
  const time = values.map((_, index) => index)
  return (
    moments(leastSquaresFit([values.map(() => 1), time], values).map((fit, index) => (values[index] ?? 0) - fit))?.sd ??
    0
  )
}
