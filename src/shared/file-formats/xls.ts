import type { TableFormat } from './format.ts'

/** Workbooks of Excel 5 to 2003 (MS-XLS). */
export const xls = {
  pipeline: 'story',
  title: 'Excel 97–2003',
  names: ['Excel 97–2003'],
  namesWithEndings: ['Excel 97–2003 .xls'],
  endings: ['xls', 'xlt'],
  types: ['application/vnd.ms-excel'],
  isPlainText: false,
  association: { name: 'Excel 97–2003 workbook', endings: ['xls'] },
} as const satisfies TableFormat
