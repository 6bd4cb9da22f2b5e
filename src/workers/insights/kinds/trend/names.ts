import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  values: {
    slope_per_period: "Sen's slope: change from one period to the next",
    slope_low: 'lower end of its 95 % interval',
    slope_high: 'upper end of its 95 % interval',
    first_level: 'mean of the first `window` periods, as observed',
    last_level: 'mean of the last `window` periods, as observed',
    change: 'last_level less first_level',
    change_share: 'change divided by first_level; null when that is near zero or the sign changes',
    window: 'periods averaged at each end: a whole cycle, or a tenth of the series',
    fitted_first: 'the fitted line at the first period, to be drawn',
    fitted_last: 'the fitted line at the last period, to be drawn',
    steps: 'number of steps that describe the series about as well; null where none do',
    step_before: 'mean before the largest of those steps, as observed; null likewise',
    step_after: 'mean after it; null likewise',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'Mann–Kendall, corrected for autocorrelation',
  },
  details: {
    ...seriesDetails,
    course: 'steady, accelerating or levelling off',
    step_at: 'first period after the largest of the steps that describe the series about as well, or null',
  },
} as const satisfies Names
