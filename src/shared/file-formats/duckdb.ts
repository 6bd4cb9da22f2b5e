import type { TableFormat } from './format.ts'

/** Databases of DuckDB: every table of one is a table. */
export const duckdb = {
  pipeline: 'story',
  title: 'DuckDB',
  names: ['DuckDB'],
  endings: ['duckdb', 'ddb'],
  types: ['application/vnd.duckdb'],
  isPlainText: false,
  association: { name: 'DuckDB database', endings: ['duckdb'] },
} as const satisfies TableFormat
