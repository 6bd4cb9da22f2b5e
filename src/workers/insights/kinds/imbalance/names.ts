import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension'],
  location: 'the rare value',
  values: {
    rare: 'rows with the rare value',
    share: 'their part of the rows',
    common: 'rows with the other value',
    n: 'rows with either',
  },
  details: {
    dimension: 'name of the column',
    rare_value: 'the rare value',
    common_value: 'the other value',
    outcome: 'whether the rare value means that something happened',
  },
} as const satisfies Names
