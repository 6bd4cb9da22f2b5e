/** What reads a workbook of any kind, given what opens it: tables are found and typed in the same way in all of them. */
import type { Recognition, TableReader } from './reader.ts'
import type { OpenWorkbook } from './workbook/workbook.ts'

/** `load` gives what opens it: loaded, as all that reads workbooks, when the first is read. */
export function workbookReader(recognition: Recognition, load: () => Promise<OpenWorkbook>) {
  return {
    recognition,
    convert: async (input, context) => {
      const { convertWorkbook } = await import('./workbook/convert-workbook.ts')
      return convertWorkbook(input, context, await load())
    },
    writeText: async ({ source, table, format, reading, outputPath }, context) => {
      const { writeWorkbookText } = await import('./workbook/read-text.ts')
      return writeWorkbookText(source, table, format, outputPath, context, await load(), reading)
    },
    writeCells: async ({ source, outputPath }, context) => {
      const { writeCells } = await import('./workbook/cells.ts')
      return writeCells(source, outputPath, context, await load())
    },
  } as const satisfies TableReader
}
