import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'the last complete period',
  values: {
    value: 'what was measured in that period',
    expected: 'the forecast of it from all periods before',
    low: 'lower end of the 95 % interval of the forecast',
    high: 'upper end of it',
    residual: 'value less expected',
    z: "residual in standard deviations of the forecasts' errors before",
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'of an error as large, judged by how heavy the tail of the errors before is',
  },
  details: {
    ...seriesDetails,
    cut: 'whether the interval would reach below zero, where no value can be, and stops there',
  },
} as const satisfies Names
