import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'name of the phase with the highest mean (details.peak); absent for swings',
  values: {
    period: 'periods in a cycle',
    strength:
      'part of the variance beside the trend that the season explains; of swings, the autocorrelation one cycle apart',
    opposed: 'of swings, the autocorrelation half a cycle apart; null for a season',
    peak_mean: 'mean of the highest phase, the trend taken out around the middle of the series; null for swings',
    trough_mean: 'mean of the lowest phase, likewise',
    weekend_mean: 'of a week of days, the mean of Saturdays and Sundays, likewise; else null',
    working_mean: 'the mean of the five other days; else null',
    overall_mean: 'mean over all periods',
    cycles: 'whole cycles seen',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'pre-whitened F test of the phases',
  },
  details: {
    ...seriesDetails,
    cycle:
      'day, week, year, null when the cycle has no calendar name, or swings: of about one length, none like the next',
    swing: 'periods of a swing, or null for a season',
    peak: 'highest phase: July, Friday, 14:00, second quarter, or a number from 1; null for swings',
    trough: 'lowest phase, likewise',
    parted: 'weekend where the days of a week differ by that alone; else null',
  },
} as const satisfies Names
