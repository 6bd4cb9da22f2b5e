/** What a series over time does, from the rows of its period query. */

import { type Grain, type GridSeries, gridSeries } from '../series/grid.ts'
import { mean } from '../statistics/mean.ts'
import { median } from '../statistics/quantiles.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { shiftBesideCourse } from '../time/level-shift.ts'
import { seasonality } from '../time/seasonality.ts'
import { seriesShape } from '../time/shape.ts'
import { timeOutliers } from '../time/time-outliers.ts'
import { trend } from '../time/trend.ts'
import { isWeekend } from '../time/weekend.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'

export function seriesOf(columns: Columns, parameters: Parameters): GridSeries {
  const [periods = [], values = [], rows = []] = columns
  const { grain, step, fill, even_lengths } = parameters
  const grid = { grain: String(grain) as Grain, step: Number(step) }
  const series = gridSeries(periods, values, rows, grid, fill === 'zero' ? 'zero' : 'line', even_lengths === true)
  if (series === null) throw new Error('The series of this statement is too short')
  return series
}

export function seasonOf(parameters: Parameters): number | null {
  return typeof parameters.season === 'number' ? parameters.season : null
}

/** Median size of a value, in the unit of the values. */
export function typicalSize({ values }: GridSeries): number {
  return median(values.map(Math.abs)) ?? 0
}

/**
 * Change as a share of where it began; null where a share means nothing: on a scale without a true zero, where the
 * beginning is near zero, and where the sign changes. `level` is the typical size of a value.
 */
export function changeShare(first: number, last: number, level: number, trueZero = true): number | null {
  if (!trueZero) return null
  const small = Math.abs(first) < 0.05 * level || first === 0
  return small || first * last < 0 ? null : (last - first) / Math.abs(first)
}

export function trendNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const season = seasonOf(parameters)
  const result = trend(series, season, parameters.proportional === true)
  const shift = parameters.or_steps === true ? shiftBesideCourse(series, seriesShape(series.values, season)) : null
  return {
    slope_per_period: result.slope,
    slope_low: result.slopeLow,
    slope_high: result.slopeHigh,
    first_level: result.ends.first,
    last_level: result.ends.last,
    change: result.ends.last - result.ends.first,
    change_share: changeShare(result.ends.first, result.ends.last, result.level, parameters.true_zero !== false),
    window: result.ends.window,
    fitted_first: result.fittedFirst,
    fitted_last: result.fittedLast,
    steps: shift?.shifts ?? null,
    step_before: shift?.before ?? null,
    step_after: shift?.after ?? null,
    periods: series.observed,
    n: series.rows,
    p: result.p,
  }
}

/**
 * The values of a series with its trend taken out around its middle: what the phases of a season are compared on, and
 * so what is said of them and drawn.
 */
export function withoutTrend({ values }: GridSeries): Float64Array {
  const slope = medianSlope(values) ?? 0
  const middle = (values.length - 1) / 2
  return values.map((value, index) => value - slope * (index - middle))
}

export function seasonNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const period = Number(parameters.period)
  const { found, tests } = seasonality(series)
  const test = tests.find((candidate) => candidate.period === period)
  if (test === undefined || found === null) throw new Error(`No season of ${period} periods was tested`)
  const levels = withoutTrend(series)
  const phase = (wanted: number): number | null => mean(levels.filter((_value, index) => index % period === wanted))
  const days = series.unit === 'day' && period === 7
  const weekend = (wanted: boolean): number | null =>
    days ? mean(levels.filter((_value, index) => isWeekend(series, index) === wanted)) : null
  return {
    period,
    strength: test.strength,
    opposed: null,
    peak_mean: phase(found.peakIndex),
    trough_mean: phase(found.troughIndex),
    weekend_mean: weekend(true),
    working_mean: weekend(false),
    overall_mean: mean(series.values),
    cycles: Math.floor(series.values.length / period),
    periods: series.observed,
    n: series.rows,
    p: test.p,
  }
}

export function swingNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const { swings } = seasonality(series)
  if (swings === null) throw new Error('This series does not swing')
  return {
    period: swings.period,
    strength: swings.together,
    opposed: swings.opposed,
    peak_mean: null,
    trough_mean: null,
    weekend_mean: null,
    working_mean: null,
    overall_mean: mean(series.values),
    cycles: Math.floor(series.values.length / swings.period),
    periods: series.observed,
    n: series.rows,
    p: swings.p,
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
  const lowest = Math.min(...series.raw)
  return {
    highest: Math.max(...series.raw),
    lowest,
    lowest_ties: series.raw.filter((value) => value === lowest).length,
    mean: mean(series.raw),
    periods: series.observed,
    n: series.rows,
  }
}
