/** Tables that have their dates in parts, with the dates in a column of their own: what is told over time needs one. */
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { note } from '../../../shared/story/note.ts'
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../runtime/duckdb/database.ts'
import { freeName } from '../columns/names.ts'
import { copyToParquet, rowsIn } from '../columns/write-table.ts'
import { assertConserved } from '../conservation.ts'
import type { ReadTable } from '../read-table.ts'
import { couldHaveDateParts, type DatePartsPlan, planDateParts } from './plan.ts'

/** The tables, each with a column of dates behind its own where it has them in parts; their files are in `folder`. */
export async function withDates(
  tables: readonly ReadTable[],
  folder: string,
  context: WorkContext,
): Promise<ReadTable[]> {
  if (!tables.some(couldHaveDateParts)) return [...tables]
  return withDatabase(context, { temporaryFolder: folder }, async (database) => {
    const dated: ReadTable[] = []
    for (const table of tables) {
      const file = path.join(folder, path.basename(table.file))
      const plan = couldHaveDateParts(table) ? await planDateParts(database, table, file) : null
      dated.push(plan === null ? table : await withDate(database, table, plan, file))
    }
    return dated
  })
}

async function withDate(database: Database, table: ReadTable, plan: DatePartsPlan, file: string): Promise<ReadTable> {
  const name = freeName('date', new Set(table.columns.map((column) => column.name.toLowerCase())))
  const written = `${file}.tmp`
  await copyToParquet(
    database,
    `SELECT *, ${plan.sql} AS ${quoteIdentifier(name)} FROM read_parquet(${quoteText(file)})`,
    written,
  )
  const rows = await rowsIn(database, written)
  assertConserved({ read: table.rows, rows, header: 0, setAside: 0, refused: 0 }, table.name)
  await rename(written, file)
  const date: ConvertedColumn = {
    name,
    storage: 'DATE',
    format: plan.grain === 'month' ? '%Y-%m' : null,
    unreadable: { count: 0, examples: [] },
  }
  const [year = '', month = '', day = null] = plan.parts
  const told =
    day === null
      ? note('tables.dateOfMonth', { date: name, year, month })
      : note('tables.dateOfDay', { date: name, year, month, day })
  return { ...table, notes: [told, ...table.notes], columns: [...table.columns, date] }
}
