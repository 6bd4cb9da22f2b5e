import type { Names } from '../../names.ts'

export const names = {
  columns: ['measure'],
  location: 'the last digits, or the value at the end of the range',
  values: {
    rows: 'values that end in those digits, or lie on that end of the range',
    share: 'rows divided by n',
    expected_share: 'share of those digits if all were as common; null for an end of the range',
    n: 'rows with a value',
  },
  details: {
    measure: 'name of the measure',
    digits: '`0`, `5`, `0 or 5` and the like: the last digits that are too common; null for an end of the range',
    end: '`lowest` or `highest`; null for digits',
    decimals: 'decimals at which the last digit was read',
  },
} as const satisfies Names
