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
    runner_up: 'the next category, or null',
    third: 'the one after it, or null',
    period: 'of what is there at a moment: the last whole period, which alone counts; else null',
    grain: 'its grain, or null',
  },
} as const satisfies Names
