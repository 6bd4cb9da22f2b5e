import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  values: { missing: 'rows without a value', share: 'missing divided by n', n: 'rows of the table' },
  details: { column: 'name of the column' },
} as const satisfies Names
