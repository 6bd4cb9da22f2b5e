import type { Names } from '../../names.ts'

export const names = {
  columns: [],
  values: {
    duplicates: 'rows that repeat an earlier row in every column',
    share: 'duplicates divided by n',
    n: 'rows of the table',
  },
  details: {},
} as const satisfies Names
