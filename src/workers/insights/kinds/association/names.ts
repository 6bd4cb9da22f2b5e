import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension', 'dimension'],
  location: 'category of the first dimension that stands out (details.first_value)',
  values: {
    cramers_v: "Cramér's V, bias-corrected",
    cell: 'rows with both categories',
    share: 'of the rows with the first category, the part with the second',
    overall_share: 'of all rows, the part with the second category',
    first_rows: 'rows with the first category',
    n: 'rows with both columns filled',
    p: 'G test of independence',
  },
  details: {
    first: 'name of the first dimension',
    second: 'name of the second',
    first_value: 'category of the first',
    second_value: 'category of the second',
  },
} as const satisfies Names
