import type { TableFormat } from './format.ts'

/** SpreadsheetML, the XML of Excel 2002 and 2003, which many programs export under the name of a workbook. */
export const spreadsheetXml = {
  pipeline: 'story',
  title: 'Excel 2003 XML',
  names: ['Excel 2003 XML'],
  // By its content alone: an XML document may be anything.
  endings: [],
  types: [],
  isPlainText: true,
  association: null,
} as const satisfies TableFormat
