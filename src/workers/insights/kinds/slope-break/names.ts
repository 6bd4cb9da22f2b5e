import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'the period at which the slope changes',
  values: {
    level_from: 'mean of the first `window` periods of the part before, as observed',
    level_at: 'mean of `window` periods around the bend, as observed',
    level_to: 'mean of the last `window` periods of the part after, as observed',
    mean_before: 'mean of the part before, as observed',
    mean_after: 'mean of the part after, as observed',
    slope_before: "Sen's slope of the part before: change from one period to the next, the season taken out",
    slope_after: "Sen's slope of the part after, likewise",
    window: 'periods averaged at each place: a whole cycle, or a fifth of the shorter part',
    bends: 'bends of the series in all but those within one of its two parts; this is the largest',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'sup-F test of the bend against a straight line with noise as dependent as that of the series',
  },
  details: {
    ...seriesDetails,
    from_before: 'first period of the part before',
    to_after: 'last period of the part after',
    move_before: 'rose, fell or held',
    move_after: 'rose, fell or held',
    or_course:
      'course of a curve that describes the series about as well: accelerating or levelling off; null for none',
  },
} as const satisfies Names
