import type { TableFormat } from './format.ts'

/** Symbolic Link files of spreadsheets. */
export const sylk = {
  pipeline: 'story',
  title: 'SYLK',
  names: ['SYLK'],
  endings: ['slk', 'sylk'],
  types: ['application/x-sylk', 'text/x-sylk'],
  isPlainText: true,
  association: null,
} as const satisfies TableFormat
