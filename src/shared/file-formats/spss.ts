import type { TableFormat } from './format.ts'

/** Data files of SPSS and PSPP, as their `SAVE` writes them: one table with labels. */
export const spss = {
  pipeline: 'story',
  title: 'SPSS',
  names: ['SPSS'],
  endings: ['sav', 'zsav'],
  types: ['application/x-spss-sav'],
  isPlainText: false,
  association: { name: 'SPSS data file', endings: ['sav', 'zsav'] },
} as const satisfies TableFormat
