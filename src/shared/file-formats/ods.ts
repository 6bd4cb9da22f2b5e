import type { TableFormat } from './format.ts'

/** Spreadsheets of LibreOffice and others (ISO/IEC 26300, OpenDocument), packed or as a single XML file. */
export const ods = {
  pipeline: 'story',
  title: 'OpenDocument',
  names: ['OpenDocument'],
  namesWithEndings: ['OpenDocument .ods'],
  endings: ['ods', 'ots', 'fods'],
  types: [
    'application/vnd.oasis.opendocument.spreadsheet',
    'application/vnd.oasis.opendocument.spreadsheet-template',
    'application/vnd.oasis.opendocument.spreadsheet-flat-xml',
  ],
  isPlainText: false,
  association: { name: 'OpenDocument spreadsheet', endings: ['ods'] },
} as const satisfies TableFormat
