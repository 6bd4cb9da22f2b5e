import type { TableFormat } from './format.ts'

/** Workbooks of Excel since 2007 (ECMA-376, SpreadsheetML). */
export const xlsx = {
  pipeline: 'story',
  title: 'Excel',
  names: ['Excel'],
  namesWithEndings: ['Excel .xlsx and .xlsm'],
  endings: ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlam'],
  types: [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.ms-excel.sheet.macroEnabled.12',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.template',
  ],
  isPlainText: false,
  takesPassword: true,
  association: { name: 'Excel workbook', endings: ['xlsx', 'xlsm'] },
} as const satisfies TableFormat
