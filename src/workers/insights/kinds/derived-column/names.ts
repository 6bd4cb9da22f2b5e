import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure', 'measure'],
  values: {
    pearson: "Pearson's correlation",
    n: 'rows with both values',
  },
  details: { first: 'name of the first', second: 'name of the second' },
} as const satisfies Names
