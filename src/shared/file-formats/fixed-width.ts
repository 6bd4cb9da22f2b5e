import type { TableFormat } from './format.ts'

/** Text whose columns are told by their place in the line, blanks between them. */
export const fixedWidth = {
  pipeline: 'story',
  title: 'Fixed width',
  names: ['fixed width text'],
  endings: ['fwf'],
  types: ['text/x-fixed-width'],
  alsoGiven: { endings: ['prn', 'txt'] },
  isPlainText: true,
  association: null,
} as const satisfies TableFormat
