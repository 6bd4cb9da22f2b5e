import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  location: 'the first digit that is furthest from what the law expects',
  values: {
    mean_deviation: 'mean absolute deviation of the nine shares from those of the law',
    digit_share: 'share of the values that begin with the digit named',
    expected_share: 'what the law expects of that digit',
    n: 'values other than 0',
  },
  details: { measure: 'name of the measure', digit: 'the first digit named, as text' },
} as const satisfies Names
