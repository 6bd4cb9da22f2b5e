import type { TableReader } from '../reader.ts'
import { writeCells } from './cells.ts'
import { convertWorkbook } from './convert-workbook.ts'
import { writeWorkbookText } from './read-text.ts'

export const xlsxReader = {
  recognition: {
    container: {
      part: 'xl/workbook.xml',
      contentTypes: /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template|addin)\.macroEnabled\.main/iu,
    },
  },
  convert: convertWorkbook,
  writeText: ({ source, table, format, outputPath }, context) =>
    writeWorkbookText(source, table, format, outputPath, context),
  writeCells: ({ source, outputPath }, context) => writeCells(source, outputPath, context),
} as const satisfies TableReader
