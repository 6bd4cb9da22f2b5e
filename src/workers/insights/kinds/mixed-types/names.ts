import type { Names } from '../../names.ts'

export const names = {
  columns: ['column'],
  values: {
    count: 'values that are not of the kind the others are of',
    share: 'count divided by n',
    n: 'rows with a value, whether it could be read or not',
  },
  details: {
    column: 'name of the column',
    kind: '`number`, `date`, `time`, `yes or no`: what the others are',
    read: 'true when the others were read as that kind, and these left empty; false when all were kept as text',
    examples: 'up to three of the values as they stand, quoted and listed',
  },
} as const satisfies Names
