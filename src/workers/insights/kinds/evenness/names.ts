import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension'],
  values: {
    least_share: 'part of the rows in the rarest category',
    largest_share: 'part of the rows in the commonest category',
    groups: 'categories',
    n: 'rows with a category',
    equivalence_p: 'test that some share lies more than a quarter away from an equal one',
  },
  details: {
    dimension: 'name of the dimension',
    commonest: 'the commonest category',
    rarest: 'the rarest category',
  },
} as const satisfies Names
