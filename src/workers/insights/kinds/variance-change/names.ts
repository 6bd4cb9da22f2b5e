import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'first period of the new scatter; absent where the swings go with the level',
  values: {
    sd_before: 'standard deviation around the course of the series before; or that of the first cycle, as observed',
    sd_after: 'the same from then on; or that of the last cycle',
    ratio: 'the larger of the two divided by the smaller',
    level_before: 'mean over the same periods as sd_before, as observed',
    level_after: 'mean over the same periods as sd_after, as observed',
    periods_before: 'periods behind sd_before',
    periods_after: 'periods behind sd_after',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'running sum of squares against shuffled blocks; or correlation of spread and level over the cycles',
  },
  details: {
    ...seriesDetails,
    form: 'from (a period on), or level (the swings grow with it)',
    cycle: 'hour, day, week, year: the cycle whose swings grow; null where it has no calendar name, or with form from',
  },
} as const satisfies Names
