import type { Names } from '../../names.ts'

export const names = {
  columns: ['column with gaps', 'column they go with', 'of `same`, further columns with these gaps'],
  location: 'the category; absent for a measure, or for gaps in both columns at once',
  values: {
    missing: 'rows without a value; of `same`, without any of the values',
    part_missing:
      'those of them in the category, or with a gap in the other column as well, or in all columns; null for a measure',
    part_rows: 'rows of the category, or with a gap in the other column; null for a measure',
    part_share: 'part_missing divided by part_rows; null for a measure',
    rest_share: 'share missing in all other rows; null for a measure',
    gap_mean: 'mean of the measure where the value is missing; null for a category',
    rest_mean: 'mean of the measure where it is there; null for a category',
    n: 'rows of the table',
  },
  details: {
    column: 'name of the column with gaps',
    other: 'name of the column they go with',
    all: 'of `same`, JSON list of the columns with these gaps; else null',
    category: 'the category, or null',
    form: '`category`, `measure`, `together`, or `same` for three columns or more with the same gaps',
  },
} as const satisfies Names
