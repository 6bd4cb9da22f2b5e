import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'measure (absent when rows are counted)'],
  location: 'the period with the highest value',
  values: {
    highest: 'highest value of a period',
    lowest: 'lowest value of a period',
    lowest_ties: 'periods that share the lowest value: 1 where it is one alone',
    mean: 'mean over the periods',
    periods: 'periods with a value',
    n: 'rows in those periods',
  },
  details: {
    ...seriesDetails,
    highest_period: 'where the highest is',
    lowest_period: 'where the lowest is, the first of several',
  },
} as const satisfies Names
