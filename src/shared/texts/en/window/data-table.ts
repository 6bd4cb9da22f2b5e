/** Rows and columns of any query. */
export const dataTable = {
  row: 'Row',
  empty: 'empty',
  true: 'true',
  false: 'false',
} as const
