import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'first period of the new level',
  values: {
    level_before: 'mean over the periods of the old level, as observed',
    level_after: 'mean over the periods of the new level, as observed',
    change: 'level_after less level_before',
    change_share: 'change divided by level_before; null when that is near zero or the sign changes',
    change_in_sd: 'size of the step in standard deviations around the levels, the season taken out',
    periods_before: 'periods of the old level, from the step before or the beginning',
    periods_after: 'periods of the new level, up to the next step or the end',
    shifts: 'steps of the series in all, of which this is the largest',
    trend_within_p: 'smaller p of a trend within the two parts; null when one is too short to be tested',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'sup-F test of the step against noise as dependent as that of the series',
  },
  details: {
    ...seriesDetails,
    from_before: 'first period of the old level',
    to_before: 'last period of the old level',
    to_after: 'last period of the new level',
    or_trend: 'whether a lasting rise or fall describes the series about as well, and is told: true or false',
  },
} as const satisfies Names
