import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  values: {
    mean: 'mean',
    median: 'median',
    skewness: 'adjusted Fisher–Pearson skewness',
    share_on_side: 'part of the rows on the side of the mean on which the median lies',
    tail_from: 'where the outermost tenth of the values on the side of the tail begins',
    n: 'rows with a value',
  },
  details: { measure: 'name of the measure', tail: '`upper` or `lower`: where the long tail is' },
} as const satisfies Names
