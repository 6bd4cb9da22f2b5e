import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  location: 'the value outside the usual range that is furthest from it',
  values: {
    count: 'values outside the usual range',
    share: 'count divided by n',
    below: 'values below it',
    above: 'values above it',
    lowest_usual: 'lower end of the usual range',
    highest_usual: 'upper end of the usual range',
    nearest_below: 'greatest value below the usual range; null without one',
    nearest_above: 'least value above the usual range; null without one',
    most_extreme: 'the value outside the usual range that is furthest from it, in widths of its own side',
    ties: 'rows that hold that value',
    median: 'median',
    n: 'rows with a value',
  },
  details: { measure: 'name of the measure', scale: '`plain`, or `log` where the range was judged on logarithms' },
} as const satisfies Names
