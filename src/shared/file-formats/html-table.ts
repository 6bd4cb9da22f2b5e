import type { TableFormat } from './format.ts'

/** Pages that are nothing but tables, as many programs export them, often under the name of a workbook. */
export const htmlTable = {
  pipeline: 'story',
  title: 'HTML tables',
  names: ['HTML tables'],
  // By their content alone: a page of such a name may as well be for reading.
  endings: [],
  types: [],
  isPlainText: true,
  association: null,
} as const satisfies TableFormat
