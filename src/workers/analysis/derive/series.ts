/** What a series over time does, from the rows of its period query. */

import { type Grain, type GridSeries, gridSeries } from '../series/grid.ts'
import { mean } from '../statistics/mean.ts'
import { seasonality } from '../time/seasonality.ts'
import { timeOutliers } from '../time/time-outliers.ts'
import { type TrendResult, trend } from '../time/trend.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

function seriesOf(columns: Columns, parameters: Parameters): GridSeries {
  const [periods = [], values = [], rows = []] = columns
  const { grain, step, fill, even_lengths } = parameters
  const grid = { grain: String(grain) as Grain, step: Number(step) }
  const series = gridSeries(periods, values, rows, grid, fill === 'zero' ? 'zero' : 'line', even_lengths === true)
  if (series === null) throw new Error('The series of this statement is too short')
  return series
}

function seasonOf(parameters: Parameters): number | null {
  return typeof parameters.season === 'number' ? parameters.season : null
}

/**
 * Change as a share of where it began; null where a share means nothing: on a scale without a true zero, where the
 * beginning is near zero, and where the sign changes.
 */
export function changeShare({ rise, fittedFirst, fittedLast, level }: TrendResult, trueZero = true): number | null {
  if (!trueZero) return null
  const small = Math.abs(fittedFirst) < 0.05 * level || fittedFirst === 0
  return small || fittedFirst * fittedLast < 0 ? null : rise / Math.abs(fittedFirst)
}

export function trendNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const result = trend(series, seasonOf(parameters))
  return {
    slope_per_period: result.slope,
    slope_low: result.slopeLow,
    slope_high: result.slopeHigh,
    first_level: result.fittedFirst,
    last_level: result.fittedLast,
    change: result.rise,
    change_share: changeShare(result, parameters.true_zero !== false),
    periods: series.observed,
    n: series.rows,
    p: result.p,
  }
}

export function seasonNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const period = Number(parameters.period)
  const { found, tests } = seasonality(series)
  const test = tests.find((candidate) => candidate.period === period)
  if (test === undefined || found === null) throw new Error(`No season of ${period} periods was tested`)
  const phase = (wanted: number): number | null =>
    mean(series.values.filter((_value, index) => index % period === wanted))
  return {
    period,
    strength: test.strength,
    peak_mean: phase(found.peakIndex),
    trough_mean: phase(found.troughIndex),
    overall_mean: mean(series.values),
    cycles: Math.floor(series.values.length / period),
    periods: series.observed,
    n: series.rows,
    p: test.p,
  }
}

export function outlierNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const { outliers } = timeOutliers(series, seasonOf(parameters))
  const outlier = outliers.find((candidate) => series.starts[candidate.index] === parameters.at)
  if (outlier === undefined) throw new Error(`${parameters.at} is no outlier of this series`)
  // Told as it was, and as it was to be expected of a period of that length.
  const length = series.lengths[outlier.index] ?? 1
  return {
    value: outlier.value * length,
    expected: outlier.expected * length,
    residual: outlier.residual * length,
    z: outlier.z,
    periods: series.observed,
    n: series.rows,
    p: outlier.p,
  }
}

export function recordNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  return {
    highest: Math.max(...series.raw),
    lowest: Math.min(...series.raw),
    mean: mean(series.raw),
    periods: series.observed,
    n: series.rows,
  }
}
