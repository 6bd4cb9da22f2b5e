/** A story as a workbook: its text, its statements and their values, statistics, the data of its charts, its tables. */
import type { Story } from '../../../shared/story/story.ts'
import type { WorkContext } from '../../runtime/context.ts'
import type { StoredTables } from '../../source/duckdb/stored-tables.ts'
import { chartSheets } from './chart-sheets.ts'
import { asHighAsItsTexts } from './row-height.ts'
import { SheetNames } from './sheet-names.ts'
import { findingsSheet, valuesSheet } from './statement-sheets.ts'
import { statisticsSheet } from './statistics-sheet.ts'
import { storySheet } from './story-sheet.ts'
import { tableSheets } from './table-sheets.ts'

/** The bytes of an .xlsx file. */
export async function storyToWorkbook(story: Story, context: WorkContext, stored: StoredTables): Promise<Uint8Array> {
  const { texts } = context
  const sheets = [
    storySheet(story, texts),
    findingsSheet(story, texts),
    statisticsSheet(story, texts),
    ...chartSheets(story, texts),
    ...(await tableSheets(story, context, stored)),
    valuesSheet(story, texts),
  ]
  const names = new SheetNames()
  const { default: writeWorkbook } = await import('write-excel-file/node')
  await context.yieldToEventLoop()
  return writeWorkbook(
    sheets.map(({ name, rows, widths, stickyRows }) => ({
      sheet: names.free(name),
      data: rows.map((row) => asHighAsItsTexts(row, widths)),
      columns: widths.map((width) => ({ width })),
      ...(stickyRows > 0 ? { stickyRowsCount: stickyRows } : {}),
    })),
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
}
