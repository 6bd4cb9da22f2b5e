/** What a series lets one expect, from the rows of its period query. */
import { type Grain, periodIndex, periodStart } from '../series/grid.ts'
import { latestAgainstExpected, outlook } from '../time/outlook.ts'
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { seriesOf } from './series.ts'

function seasonOf({ season }: Parameters): number | null {
  return typeof season === 'number' ? season : null
}

/** What no value of the series can be below. */
function floorOf({ floor }: Parameters): number | null {
  return typeof floor === 'number' ? floor : null
}

export function latestNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const found = latestAgainstExpected(series.values, seasonOf(parameters), floorOf(parameters))
  if (found === null) throw new Error('The series of this statement is too short')
  // Told as it was, and as was to be expected of a period of that length.
  const length = series.lengths.at(-1) ?? 1
  return {
    value: found.value * length,
    expected: found.expected * length,
    low: found.low * length,
    high: found.high * length,
    residual: found.residual * length,
    z: found.z,
    periods: series.observed,
    n: series.rows,
    p: found.p,
  }
}

/** Start of the period `ahead` steps after the last of a series. */
export function periodAfter(last: string, ahead: number, { grain, step }: { grain: Grain; step: number }): string {
  return periodStart(periodIndex(last, grain) + ahead * step, grain)
}

/** What is expected of each of the coming periods, with the ends of its 95 % interval, in the unit of the series. */
export function forecastPath(columns: Columns, parameters: Parameters) {
  const series = seriesOf(columns, parameters)
  const found = outlook(series.values, seasonOf(parameters), floorOf(parameters))
  if (found === null) throw new Error('The series of this statement is too short')
  const last = String(series.starts.at(-1))
  const grid = { grain: String(parameters.grain) as Grain, step: Number(parameters.step) }
  const periods = Array.from(found.values, (_, index) => periodAfter(last, index + 1, grid))
  const lengths = periods.map((period) => (parameters.even_lengths === true ? lengthOf(period, series, grid) : 1))
  const inUnit = (list: Float64Array): number[] => lengths.map((length, index) => (list[index] ?? Number.NaN) * length)
  return {
    series,
    found,
    periods,
    values: inUnit(found.values),
    low: inUnit(found.low),
    high: inUnit(found.high),
  }
}

export function forecastNumbers(columns: Columns, parameters: Parameters): Numbers {
  const { series, found, values, low, high } = forecastPath(columns, parameters)
  const { horizon, accuracy } = found
  const at = (list: readonly number[], ahead: number): number => list[ahead - 1] ?? Number.NaN
  return {
    last: series.raw.at(-1) ?? null,
    next: at(values, 1),
    next_low: at(low, 1),
    next_high: at(high, 1),
    later: at(values, horizon),
    later_low: at(low, horizon),
    later_high: at(high, horizon),
    horizon,
    relative_error: accuracy.relativeError,
    coverage: found.coverage,
    origins: accuracy.origins,
    periods: series.observed,
    n: series.rows,
  }
}

/** Length of a coming period by the mean length of those of the series. */
function lengthOf(
  start: string,
  series: { readonly starts: readonly (string | number)[] },
  grid: { grain: Grain; step: number },
): number {
  const edge = (iso: string): number => Date.parse(iso)
  const after = edge(periodAfter(String(series.starts.at(-1)), 1, grid))
  const mean = (after - edge(String(series.starts[0]))) / series.starts.length
  return (edge(periodAfter(start, 1, grid)) - edge(start)) / mean
}
