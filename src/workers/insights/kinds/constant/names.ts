import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  location: 'the value',
  values: { top_count: 'rows with that value', share: 'top_count divided by n', n: 'rows with a value' },
  details: { column: 'name of the column', value: 'the value as text' },
} as const satisfies Names
