import type { TableFormat } from './format.ts'

/** Data sets of Stata 8 and later: one table with labels. */
export const stata = {
  pipeline: 'story',
  title: 'Stata',
  names: ['Stata'],
  endings: ['dta'],
  types: ['application/x-stata-dta'],
  isPlainText: false,
  association: { name: 'Stata data set', endings: ['dta'] },
} as const satisfies TableFormat
