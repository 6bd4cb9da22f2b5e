import type { Names } from '../../names.ts'

export const names = {
  columns: ['dimension'],
  location: 'the commonest of the variants',
  values: {
    variants: 'labels that look like another spelling of a commoner one',
    rows: 'rows that hold one of them',
    variant_rows: 'rows that hold the commonest variant',
    common_rows: 'rows that hold the label it stands beside',
    n: 'rows with a label',
  },
  details: { dimension: 'name of the column', variant: 'the commonest variant', common: 'the label it stands beside' },
} as const satisfies Names
