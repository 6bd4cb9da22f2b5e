/** The tables as they were read, row by row, as far as a workbook can hold them. */
import type { Cell } from 'write-excel-file/node'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { Story } from '../../../shared/story/story.ts'
import type { ProfiledColumn, ProfiledTable } from '../../../shared/story/table.ts'
import type { Texts } from '../../../shared/texts/texts.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type StoredSource, type StoredTables, withStoredTables } from '../../source/duckdb/stored-tables.ts'
import { headerCell, numberFormat, textCell, timeCell, valueCell } from './cells.ts'
import { type WrittenSheet, widthsOf } from './sheet.ts'

/**
 * Cells of all tables together: a workbook is put together in memory, where a million of them take 300 MB. What lies
 * beyond is in the Parquet files of the other exports, and the sheet says so.
 */
export const mostTableCells = 600_000
const mostSheetRows = 1_048_576
const mostSheetColumns = 16_384
const rowsAtATime = 5_000

export async function tableSheets(
  story: Story,
  context: WorkContext,
  stored: StoredTables,
  mostCells = mostTableCells,
): Promise<WrittenSheet[]> {
  const { tables } = story
  return withStoredTables(context, stored, async (source) => {
    const sheets: WrittenSheet[] = []
    let left = mostCells
    for (const [index, table] of tables.entries()) {
      // A table leaves what it does not need to those after it.
      const share = Math.floor(left / (tables.length - index))
      const columns = table.columns.slice(0, mostSheetColumns)
      // Two rows of the sheet are kept for the header and for the remark on what is left out.
      const most = Math.min(mostSheetRows - 2, Math.floor(share / Math.max(1, columns.length)))
      const rows = await readRows(source, table, columns, Math.min(most, table.rows), context)
      left -= rows.length * columns.length
      sheets.push(sheetOf(table, columns, rows, context.texts))
    }
    return sheets
  })
}

async function readRows(
  source: StoredSource,
  table: ProfiledTable,
  columns: readonly ProfiledColumn[],
  count: number,
  { yieldToEventLoop }: WorkContext,
): Promise<Cell[][]> {
  const rows: Cell[][] = []
  while (rows.length < count) {
    const page = await source.page(table.name, rows.length, Math.min(rowsAtATime, count - rows.length))
    if (page.rows.length === 0) break
    const places = columns.map(({ name }) => page.columns.indexOf(name))
    for (const row of page.rows) rows.push(columns.map((column, at) => cellOf(column, row[places[at] ?? -1] ?? null)))
    await yieldToEventLoop()
  }
  return rows
}

function cellOf({ storage, format }: ProfiledColumn, value: Scalar): Cell {
  if (storage === 'DATE' || storage === 'TIMESTAMP') return timeCell(value, storage)
  return valueCell(value, typeof value === 'number' ? numberFormat(format) : null)
}

function sheetOf(
  table: ProfiledTable,
  columns: readonly ProfiledColumn[],
  rows: readonly Cell[][],
  { written }: Texts,
): WrittenSheet {
  const header = columns.map(({ name }) => name)
  const isCut = rows.length < table.rows || columns.length < table.columns.length
  const remark = written.workbook.cut({
    rows: rows.length,
    ofRows: table.rows,
    columns: columns.length,
    ofColumns: table.columns.length,
  })
  return {
    name: table.name,
    rows: [header.map(headerCell), ...rows, ...(isCut ? [[textCell(remark, { fontStyle: 'italic' })]] : [])],
    widths: widthsOf(header, rows),
    stickyRows: 1,
  }
}
