import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  values: {
    last: 'value of the last complete period',
    next: 'forecast of the period after it',
    next_low: 'lower end of its 95 % interval',
    next_high: 'upper end of it',
    later: 'forecast of the last period looked ahead to',
    later_low: 'lower end of its 95 % interval',
    later_high: 'upper end of it',
    horizon: 'periods looked ahead',
    relative_error: 'mean error of such forecasts at earlier moments, over that of repeating the last season or value',
    coverage: 'part of what then came that lay within the 95 % interval',
    origins: 'earlier moments at which the forecasts were tried',
    periods: 'periods with a value',
    n: 'rows in those periods',
  },
  details: {
    ...seriesDetails,
    next_period: 'the period after the last',
    later_period: 'the last period looked ahead to',
    season: 'length of the season in periods, or null',
    cut: 'whether the intervals would reach below zero, where no value can be, and stop there',
  },
} as const satisfies Names
