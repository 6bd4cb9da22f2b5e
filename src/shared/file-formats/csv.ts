import type { TableFormat } from './format.ts'

/** Any text with cells, whatever stands between them. */
export const csv = {
  pipeline: 'story',
  title: 'CSV',
  names: ['CSV', 'TSV'],
  endings: ['csv', 'tsv', 'tab', 'psv'],
  types: ['text/csv', 'text/tab-separated-values'],
  // Windows tells the type of the program that opens such a file, where Excel is installed.
  alsoGiven: { endings: ['txt', 'dat', 'data', 'asc'], types: ['application/vnd.ms-excel'] },
  isPlainText: true,
  association: { name: 'Comma-separated values', endings: ['csv', 'tsv'] },
} as const satisfies TableFormat
