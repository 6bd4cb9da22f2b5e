/** The largest step of a series that moves in steps, in what was observed on both sides of it. */
import { mean } from '../statistics/mean.ts'
import { moments } from '../statistics/moments.ts'
import type { RegularSeries } from './series.ts'
import type { SeriesShape, Steps } from './shape.ts'
import { trend } from './trend.ts'

export interface LevelShift {
  /** First index of the new level. */
  readonly place: number
  /** Periods of the old level and of the new one, up to the steps before and after. */
  readonly periodsBefore: number
  readonly periodsAfter: number
  /** Means of the observed values over those periods, in the unit of the values. */
  readonly before: number
  readonly after: number
  /** after − before. */
  readonly change: number
  /** Size of the change in standard deviations of the deseasonalised values around their levels. */
  readonly sizeInSd: number
  /** Steps of the series in all. */
  readonly shifts: number
  /** The smaller p of a trend within the two parts, each tested as `trend`; null where neither is long enough. */
  readonly trendWithin: number | null
}

const leastForTrend = 12
/** Least size of a step that is told, in standard deviations around the levels. */
export const leastShiftInSd = 1

/** Null where the series has no steps, or where what was observed does not move the way the step does. O(n log n). */
export function largestShift(series: RegularSeries, shape: SeriesShape | null): LevelShift | null {
  if (shape?.kind !== 'steps') return null
  const n = series.values.length
  const starts = [0, ...shape.places, n]
  const levels = starts.slice(0, -1).map((start) => shape.fitted[start] ?? 0)
  let position = 1
  for (let next = 2; next < levels.length; next++) {
    const size = (at: number): number => Math.abs((levels[at] ?? 0) - (levels[at - 1] ?? 0))
    if (size(next) > size(position)) position = next
  }
  const [start = 0, place = 0, end = n] = [starts[position - 1], starts[position], starts[position + 1]]
  const before = mean(series.values.subarray(start, place)) ?? 0
  const after = mean(series.values.subarray(place, end)) ?? 0
  const change = after - before
  if (change * ((levels[position] ?? 0) - (levels[position - 1] ?? 0)) <= 0) return null
  const sd = moments(shape.values.map((value, index) => value - (shape.fitted[index] ?? 0)))?.sd ?? 0
  const parts = [shape.values.slice(start, place), shape.values.slice(place, end)]
  const tests = parts.filter((part) => part.length >= leastForTrend).map((part) => trendP(part, series))
  return {
    place,
    periodsBefore: place - start,
    periodsAfter: end - place,
    before,
    after,
    change,
    sizeInSd: Math.abs((levels[position] ?? 0) - (levels[position - 1] ?? 0)) / Math.max(sd, Number.MIN_VALUE),
    shifts: shape.places.length,
    trendWithin: tests.length < parts.length ? null : Math.min(...tests),
  }
}

function trendP(values: Float64Array, { unit, starts }: RegularSeries): number {
  return trend({ values, unit, starts: starts.slice(0, values.length) }, null).p
}

/** The largest of the steps that describe a series about as well as a course does; null where none do. */
export function shiftBesideCourse(series: RegularSeries, shape: SeriesShape | null): LevelShift | null {
  const steps = stepsOrCourse(shape)
  const shift = steps === null ? null : largestShift(series, steps)
  return shift === null || shift.sizeInSd < leastShiftInSd ? null : shift
}

function stepsOrCourse(shape: SeriesShape | null): Steps | null {
  if (shape?.kind === 'course') return shape.orSteps
  return shape?.kind === 'steps' && shape.orCourse ? shape : null
}
