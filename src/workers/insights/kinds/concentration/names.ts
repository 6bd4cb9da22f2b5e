import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'measure (absent when rows are counted)'],
  location: 'the largest category',
  values: {
    gini: 'Gini coefficient of the totals by category',
    top_share: 'part of the whole that the largest categories hold',
    top_groups: 'how many categories that is: the fewest that together hold at least half',
    groups: 'categories',
    total: 'the whole',
    n: 'rows with a category (and a value)',
  },
  details: {
    dimension: 'name of the dimension',
    measure: 'name of the measure, or null when rows are counted',
    best: 'the largest category',
  },
} as const satisfies Names
