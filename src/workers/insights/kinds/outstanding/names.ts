import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'measure (absent when rows are counted)'],
  location: 'the category that stands out',
  values: {
    amount: 'its total of the measure, or its number of rows',
    next_amount: 'that of the category next to it in the order',
    share: 'its part of the whole',
    ratio: 'the larger of the two over the smaller',
    gap: 'amount less next_amount',
    gap_low: 'lower end of the 95 % interval of the gap, wide enough for the choice among all',
    gap_high: 'upper end of that interval',
    total: 'the whole',
    groups: 'categories',
    n: 'rows with a category (and a value)',
  },
  details: {
    dimension: 'name of the dimension',
    measure: 'name of the measure, or null when rows are counted',
    best: 'the category at `location`',
    runner_up: 'the category next to it in the order',
    end: 'first or last',
  },
} as const satisfies Names
