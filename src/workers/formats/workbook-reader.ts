/** What reads a workbook of any kind, given what opens it: tables are found and typed in the same way in all of them. */
import type { Recognition, TableReader } from './reader.ts'
import { writeCells } from './workbook/cells.ts'
import { convertWorkbook } from './workbook/convert-workbook.ts'
import { writeWorkbookText } from './workbook/read-text.ts'
import type { OpenWorkbook } from './workbook/workbook.ts'

export function workbookReader(recognition: Recognition, open: OpenWorkbook) {
  return {
    recognition,
    convert: (input, context) => convertWorkbook(input, context, open),
    writeText: ({ source, table, format, reading, outputPath }, context) =>
      writeWorkbookText(source, table, format, outputPath, context, open, reading),
    writeCells: ({ source, outputPath }, context) => writeCells(source, outputPath, context, open),
  } as const satisfies TableReader
}
