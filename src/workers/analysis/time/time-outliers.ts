/** Single periods that stand out from their trend and season. */
import { autocorrelation } from '../statistics/autocorrelation.ts'
import { generalizedEsd } from '../statistics/generalized-esd.ts'
import { bisquareWeights, loess, loessLeverage } from '../statistics/loess.ts'
import { medcouple } from '../statistics/medcouple.ts'
import { robustSd } from '../statistics/modified-z-scores.ts'
import { moments } from '../statistics/moments.ts'
import { predictiveTail } from '../statistics/predictive-tail.ts'
import { median } from '../statistics/quantiles.ts'
import { stl } from '../statistics/stl.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { deseasonalise, withoutLine } from './season-profile.ts'
import type { RegularSeries } from './series.ts'

const leastLength = 12
const leastScore = 3.5
const rosnerLevel = 0.01
/**
 * For the tail as heavy as the data's own, where the other periods show one; the multiplicity control comes on top. With
 * the next, as many series of t3 and lognormal noise have an outlier as at a single level of .05, and of normal noise
 * with one period seven standard deviations away twice as many.
 */
const heavyTailLevel = 0.025
/** The same where they show none: a hundred periods cannot rule one out, and that doubt alone would leave all unsaid. */
export const lightTailLevel = 0.2
/** Excess kurtosis of the residuals without the furthest, beyond which their tail is heavy. */
const heavyTailed = 0.5
/** The same in its own standard errors, the one-sided 5 % point of the normal: few periods show some kurtosis by chance. */
const tellingKurtosis = 1.645
/** Reach of the trend of a series without season, in periods: bounds the work on long series. */
const longestWindow = 201
/** Neighbours on each side that tell an outlier, from which the series returns, from the edge of a step. */
const neighbours = 5
/** Below this autocorrelation of the residuals, what lies beside a period says nothing about it. */
const leastAutocorrelation = 0.2
/** Neighbours count up to this many robust standard deviations, so that an outlier does not mark those beside it. */
const mostOfNeighbour = 2.5

export interface TimeOutlier {
  readonly index: number
  readonly value: number
  /** Trend and season at that period, as the other periods have them. */
  readonly expected: number
  /** value − expected. */
  readonly residual: number
  /** Residual in robust standard deviations of all residuals. */
  readonly z: number
  /** Corrected for the number of periods, at most 1. */
  readonly p: number
}

export interface TimeOutliersResult {
  /** The furthest out first. */
  readonly outliers: readonly TimeOutlier[]
  /** p of the largest residual, corrected for the number of periods; 1 where it cannot be computed. */
  readonly p: number
  /** Robust standard deviation of the residuals. */
  readonly residualSd: number
  readonly n: number
}

/**
 * Periods that lie beyond 3.5 robust standard deviations of the residuals of a robust STL (robust loess without a
 * season), also when what their neighbours let one expect is taken off; that pass Rosner's test at α = .01, and are
 * improbable also under a tail as heavy as the residuals' own (p ≤ .025, or .2 where no heavy tail is to be seen); and
 * from which the series comes back on both sides, so that the edges of a step are left out. Residuals are those from a
 * fit without the period itself: otherwise the robust fit, which ignores outliers but follows the rest, makes the rest
 * look too quiet and every noise full of outliers.
 *
 * Source: Cleveland et al. (1990); Rosner (1983); see `predictiveTail`. O(n · window).
 */
export function timeOutliers(series: RegularSeries, seasonalPeriod: number | null): TimeOutliersResult {
  const { values } = series
  const n = values.length
  const none = { outliers: [], p: 1, residualSd: 0, n }
  if (n < leastLength) return none
  // What is left of a regular series by rounding alone must not look like noise.
  const rounding = 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const residuals = deletedResiduals(values, seasonalPeriod).map((size) => (Math.abs(size) <= rounding ? 0 : size))
  const center = median(residuals) ?? 0
  const residualSd = robustSd(residuals)
  if (residualSd === null) return none
  const candidates = Math.max(1, Math.min(20, Math.floor(n / 10)))
  const apart = apartFromNeighbours(residuals, center, residualSd)
  const apartSd = robustSd(apart) ?? residualSd
  const { outliers, steps } = generalizedEsd(apart, candidates, rosnerLevel)
  const suspects = steps.slice(0, Math.max(1, outliers.length)).map((step) => step.index)
  const ownTail = ownTailP(apart, suspects)
  const level = hasHeavyTail(residuals, center, residualSd, suspects[0]) ? heavyTailLevel : lightTailLevel
  let local: Float64Array | null = null
  const withoutCourse = (): Float64Array => {
    const slope = medianSlope(values) ?? 0
    return withoutLine(deseasonalise(values, seasonalPeriod, slope), slope)
  }
  const judged = suspects.map((index, order): TimeOutlier => {
    const residual = residuals[index] ?? 0
    const value = values[index] ?? 0
    const p = Math.max(steps[order]?.p ?? 1, ownTail[order] ?? 1)
    return { index, value, expected: value - residual, residual, z: (residual - center) / residualSd, p }
  })
  const found = judged.slice(0, outliers.length).filter(({ index, residual, z, p }) => {
    const alike = (apart[index] ?? 0) * residual > 0 && Math.abs(apart[index] ?? 0) >= leastScore * apartSd
    if (!alike || Math.abs(z) < leastScore || p > level) return false
    local ??= withoutCourse()
    return comesBack(local, index, residual)
  })
  return { outliers: found, p: judged[0]?.p ?? 1, residualSd, n }
}

/**
 * The residuals less their centre and less what the residuals on both sides let one expect, where they are
 * autocorrelated: a wave carries whole weeks far out, and hides the single day that leaves it.
 *
 * Source: the statistic of an additive outlier in an AR(1), Chang, Tiao & Chen, Technometrics 30 (1988), 193–204.
 */
function apartFromNeighbours(
  residuals: Float64Array,
  center: number,
  residualSd: number,
  leftOut?: number,
): Float64Array {
  const around = residuals.map((residual) => residual - center)
  const most = mostOfNeighbour * residualSd
  const within = around.map((size) => Math.max(-most, Math.min(most, size)))
  const correlation = autocorrelation(within, 1)?.[1] ?? 0
  if (correlation < leastAutocorrelation) return around
  const inner = correlation / (1 + correlation ** 2)
  if (leftOut !== undefined) within[leftOut] = inner * ((within[leftOut - 1] ?? 0) + (within[leftOut + 1] ?? 0))
  return around.map((size, index) => {
    const [before, after] = [within[index - 1], within[index + 1]]
    // At an end only one side tells: the AR(1)'s own prediction.
    if (before === undefined || after === undefined) return size - correlation * (before ?? after ?? 0)
    return size - inner * (before + after)
  })
}

/**
 * Whether the periods besides the furthest out show a tail heavier than a normal one: by more than its kurtosis does by
 * chance, and without what the furthest lends to its neighbours.
 *
 * Sources: standard error √(24/n), Fisher, Statistical Methods for Research Workers (1925); an outlier is taken off
 * before the others are judged, Chen & Liu, JASA 88 (1993).
 */
function hasHeavyTail(
  residuals: Float64Array,
  center: number,
  residualSd: number,
  furthest: number | undefined,
): boolean {
  const apart = apartFromNeighbours(residuals, center, residualSd, furthest)
  const others = apart.filter((_size, index) => index !== furthest)
  const byChance = tellingKurtosis * Math.sqrt(24 / others.length)
  return (moments(others)?.kurtosis ?? 0) > Math.max(heavyTailed, byChance)
}

/** Distance of every value from a robust fit that leaves it out. */
function deletedResiduals(values: Float64Array, seasonalPeriod: number | null): Float64Array {
  const n = values.length
  const parts = seasonalPeriod === null ? null : stl(values, seasonalPeriod)
  if (parts !== null && seasonalPeriod !== null) {
    const trendShare = loessLeverage(n, { window: parts.trendWindow, degree: 1 }, parts.weights)
    const phaseWeights = new Float64Array(seasonalPeriod)
    parts.weights.forEach((weight, index) => {
      const phase = index % seasonalPeriod
      phaseWeights[phase] = (phaseWeights[phase] ?? 0) + weight
    })
    return parts.remainder.map((residual, index) => {
      const seasonShare = (parts.weights[index] ?? 0) / Math.max(1e-9, phaseWeights[index % seasonalPeriod] ?? 0)
      return residual / Math.max(0.1, (1 - (trendShare[index] ?? 0)) * (1 - seasonShare))
    })
  }
  const fit = { window: 2 * Math.floor(Math.min(longestWindow, Math.max(7, n / 5)) / 2) + 1, degree: 1 } as const
  let weights: Float64Array = new Float64Array(n).fill(1)
  let residuals: Float64Array = new Float64Array(n)
  for (let pass = 0; pass < 10; pass++) {
    const smooth = loess(values, fit, weights, Math.ceil(fit.window / 10))
    residuals = values.map((value, index) => value - (smooth[index] ?? 0))
    if (pass < 9) weights = bisquareWeights(residuals)
  }
  const share = loessLeverage(n, fit, weights)
  return residuals.map((residual, index) => residual / Math.max(0.1, 1 - (share[index] ?? 0)))
}

/**
 * p of each suspect by the tail of the other deviations, corrected for the number of values. Both sides tell about the
 * tail, unless the deviations lean to the suspect's side: then only that side does.
 */
function ownTailP(deviations: Float64Array, suspects: readonly number[]): number[] {
  const suspected = new Set(suspects)
  const others = deviations.filter((_deviation, index) => !suspected.has(index))
  const lean = (medcouple(others) ?? 0) * Math.sqrt(others.length)
  const result = suspects.map(() => 1)
  for (const side of [1, -1]) {
    const here = suspects.filter((index) => side * (deviations[index] ?? 0) > 0)
    if (here.length === 0) continue
    const oneSided = side * lean > 1
    const sizes = (oneSided ? others.filter((deviation) => side * deviation > 0) : others).map(Math.abs)
    const tails = predictiveTail(
      sizes,
      here.map((index) => Math.abs(deviations[index] ?? 0)),
    )
    here.forEach((index, order) => {
      result[suspects.indexOf(index)] = Math.min(1, deviations.length * (tails?.[order] ?? 1))
    })
  }
  return result
}

/**
 * Does the series return after the value? It must lie at least half its residual beyond the typical level of the
 * neighbours before as well as of those after; at the end of the series, of those that are there.
 */
function comesBack(values: Float64Array, index: number, residual: number): boolean {
  const before = median(values.slice(Math.max(0, index - neighbours), index))
  const after = median(values.slice(index + 1, index + 1 + neighbours))
  return [before, after].every((side) => {
    return side === null || Math.sign(residual) * ((values[index] ?? 0) - side) >= 0.5 * Math.abs(residual)
  })
}
