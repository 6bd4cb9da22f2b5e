import type { TableFormat } from './format.ts'

/** Apache Parquet: a table with its types, column by column. */
export const parquet = {
  pipeline: 'story',
  title: 'Parquet',
  names: ['Parquet'],
  endings: ['parquet', 'pq'],
  types: ['application/vnd.apache.parquet'],
  isPlainText: false,
  association: { name: 'Parquet table', endings: ['parquet'] },
} as const satisfies TableFormat
