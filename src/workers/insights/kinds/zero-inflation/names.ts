import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  values: {
    zeros: 'rows with a zero',
    share: 'zeros divided by n',
    others_median: 'median of the other values',
    others_lower: 'their first quartile',
    others_upper: 'their third quartile',
    n: 'rows with a value',
  },
  details: { measure: 'name of the measure' },
} as const satisfies Names
