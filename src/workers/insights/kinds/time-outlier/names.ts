import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'the period',
  values: {
    value: 'what was measured in that period',
    expected: 'what trend and season let one expect',
    residual: 'value less expected',
    z: 'residual in robust standard deviations',
    periods: 'periods with a value',
    n: 'rows in those periods',
    p: 'test of the most extreme residual among all periods',
  },
  details: seriesDetails,
} as const satisfies Names
