import type { TableFormat } from './format.ts'

/** The Data Interchange Format of old spreadsheets. */
export const dif = {
  pipeline: 'story',
  title: 'DIF',
  names: ['DIF'],
  endings: ['dif'],
  types: ['application/x-dif', 'text/x-dif'],
  isPlainText: true,
  association: null,
} as const satisfies TableFormat
