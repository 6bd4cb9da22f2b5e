import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  values: { distinct: 'different values', n: 'rows with a value' },
  details: { column: 'name of the column' },
} as const satisfies Names
