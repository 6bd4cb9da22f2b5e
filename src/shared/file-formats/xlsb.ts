import type { TableFormat } from './format.ts'

/** Binary workbooks of Excel since 2007 (MS-XLSB). */
export const xlsb = {
  pipeline: 'story',
  title: 'Excel binary',
  names: ['Excel binary'],
  namesWithEndings: ['Excel binary .xlsb'],
  endings: ['xlsb'],
  types: ['application/vnd.ms-excel.sheet.binary.macroEnabled.12'],
  isPlainText: false,
  takesPassword: true,
  association: { name: 'Excel binary workbook', endings: ['xlsb'] },
} as const satisfies TableFormat
