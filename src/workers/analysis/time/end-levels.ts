/** Where a series began and where it ended, as it was observed. */
import { mean } from '../statistics/mean.ts'
import type { RegularSeries, SeriesUnit } from './series.ts'

/** Periods of the longest cycle that the calendar gives a unit: over a whole one, no season weighs more than another. */
const calendarCycle = {
  hour: 24,
  day: 7,
  week: 52,
  month: 12,
  quarter: 4,
  'half-year': 2,
  year: 1,
} as const satisfies Record<SeriesUnit, number>

export interface EndLevels {
  /** Mean of the first `window` periods, in the unit of the values. */
  readonly first: number
  /** Mean of the last `window` periods. */
  readonly last: number
  /** Periods averaged at each end: a whole cycle where two fit in, else a tenth of the series. */
  readonly window: number
}

/**
 * Means of observed values, so that neither lies outside what was observed, as the ends of a fitted line may. A season
 * of `seasonalPeriod` goes before the calendar's cycle; years have none and are averaged by tenths. O(window).
 */
export function endLevels({ values, unit }: RegularSeries, seasonalPeriod: number | null): EndLevels {
  const n = values.length
  const window = windowOf(unit, n, seasonalPeriod, 10)
  return {
    first: mean(values.subarray(0, window)) ?? 0,
    last: mean(values.subarray(Math.max(0, n - window))) ?? 0,
    window,
  }
}

/** Periods to average over at an end of `n` periods: a whole cycle where two fit in, else one of `parts` parts. */
export function windowOf(unit: SeriesUnit, n: number, seasonalPeriod: number | null, parts: number): number {
  const cycles = [seasonalPeriod ?? 0, calendarCycle[unit]].filter((cycle) => cycle > 1 && 2 * cycle <= n)
  return cycles[0] ?? Math.max(1, Math.floor(n / parts))
}
