import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  location: 'the most extreme value',
  values: {
    count: 'values outside the usual range',
    share: 'count divided by n',
    lowest_usual: 'lower end of the usual range',
    highest_usual: 'upper end of the usual range',
    most_extreme: 'the value furthest from the median',
    median: 'median',
    n: 'rows with a value',
  },
  details: { measure: 'name of the measure' },
} as const satisfies Names
