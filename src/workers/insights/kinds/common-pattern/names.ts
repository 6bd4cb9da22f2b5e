import { type Names, seriesDetails } from '../../names.ts'

export const names = {
  columns: ['time', 'the column that names the siblings', 'measure (absent when rows are counted)'],
  location: 'the weightiest exception (details.exception); absent where there is none',
  values: {
    members: 'siblings that show the pattern',
    siblings: 'siblings compared',
    exception_first: 'mean of the first periods of the exception, as observed; null where there is none',
    exception_last: 'mean of its last periods',
    periods: 'periods of the longest series',
    n: 'rows of all series',
    p: 'test that under half of the siblings have the trend, whatever their dependence',
  },
  details: {
    ...seriesDetails,
    entity: 'name of the column that names the siblings',
    exception: 'the weightiest sibling that does otherwise; null where none does',
    exception_pattern: 'up or down; null where it shows no trend',
    others: 'further exceptions, as a JSON list of names',
  },
} as const satisfies Names
