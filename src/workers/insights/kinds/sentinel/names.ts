import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  location: 'the value',
  values: {
    count: 'rows with that value',
    share: 'count divided by n',
    nearest: 'the value nearest to it',
    n: 'rows with a value',
  },
  details: { column: 'name of the column', code: 'the value as text' },
} as const satisfies Names
