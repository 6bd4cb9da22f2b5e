import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'measure (absent when rows are counted)'],
  location: 'the dominant category',
  values: {
    share: 'part of the whole that the dominant category holds',
    top: "the dominant category's own total or number of rows",
    runner_up_share: "the next category's part of the whole",
    total: 'the whole',
    groups: 'categories',
    n: 'rows with a category (and a value)',
  },
  details: {
    dimension: 'name of the dimension',
    measure: 'name of the measure, or null when rows are counted',
    best: 'the dominant category',
    runner_up: 'the next category',
  },
} as const satisfies Names
