/** Single periods that stand out from their trend and season. */
import { generalizedEsd } from '../statistics/generalized-esd.ts'
import { bisquareWeights, loess } from '../statistics/loess.ts'
import { robustSd } from '../statistics/modified-z-scores.ts'
import { median } from '../statistics/quantiles.ts'
import { stl } from '../statistics/stl.ts'
import type { RegularSeries } from './series.ts'

const leastLength = 12
const leastScore = 3.5
const level = 0.01

export interface TimeOutlier {
  readonly index: number
  readonly value: number
  /** Trend and season at that period. */
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
 * Periods whose robust STL residual (robust loess without a season) is beyond 3.5 robust standard deviations and
 * passes Rosner's test at α = .01, and from which the series comes back on both sides, so that the edges of a step are
 * left out.
 *
 * Source: Cleveland et al. (1990); Rosner (1983). O(n · window).
 */
export function timeOutliers(series: RegularSeries, seasonalPeriod: number | null): TimeOutliersResult {
  const { values } = series
  const n = values.length
  const none = { outliers: [], p: 1, residualSd: 0, n }
  if (n < leastLength) return none
  const expected = expectedValues(values, seasonalPeriod)
  const residuals = values.map((value, index) => value - (expected[index] ?? 0))
  const center = median(residuals) ?? 0
  const residualSd = robustSd(residuals)
  if (residualSd === null) return none
  const candidates = Math.max(1, Math.min(20, Math.floor(n / 10)))
  const { outliers, steps } = generalizedEsd(residuals, candidates, level)
  const found = steps.slice(0, outliers.length).flatMap(({ index, p }): TimeOutlier[] => {
    const residual = residuals[index] ?? 0
    const z = (residual - center) / residualSd
    if (Math.abs(z) < leastScore) return []
    return [{ index, value: values[index] ?? 0, expected: expected[index] ?? 0, residual, z, p }]
  })
  return { outliers: found, p: steps[0]?.p ?? 1, residualSd, n }
}

function expectedValues(values: Float64Array, seasonalPeriod: number | null): Float64Array {
  const parts = seasonalPeriod === null ? null : stl(values, seasonalPeriod)
  if (parts !== null) return parts.trend.map((level, index) => level + (parts.seasonal[index] ?? 0))
  const fit = { window: 2 * Math.floor(Math.max(7, values.length / 5) / 2) + 1, degree: 1 } as const
  let smooth = loess(values, fit)
  for (let pass = 0; pass < 10; pass++) {
    smooth = loess(values, fit, bisquareWeights(values.map((value, index) => value - (smooth[index] ?? 0))))
  }
  return smooth
}
