import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  values: {
    total: 'sum over all rows',
    mean: 'total divided by n',
    median: 'middle value',
    n: 'rows with a value',
  },
  details: { measure: 'name of the measure' },
} as const satisfies Names
