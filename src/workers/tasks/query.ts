/** Reading a story's tables while work goes on: the rows behind a number, and pages of a table. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkContext } from '../runtime/context.ts'
import { quoteIdentifier } from '../runtime/duckdb/database.ts'
import { assertSelect, firstRows, withStoredTables } from '../source/evidence.ts'

/** The first rows of one evidence query. Throws `NotReadOnlyError` for anything but a single SELECT. */
export async function runEvidence(
  input: TaskMap['evidence']['input'],
  context: WorkContext,
): Promise<TaskMap['evidence']['output']> {
  return withStoredTables(context, input, async (database) => {
    await assertSelect(database, input.sql)
    const { columns, rows, truncated } = await firstRows(database, input.sql, input.limit)
    return { columns: [...columns], rows: rows.map((row) => [...row]), truncated }
  })
}

/** Rows `offset` to `offset + limit` of a table, in file order. Throws a RangeError for a table the story has not. */
export async function tablePage(
  input: TaskMap['page']['input'],
  context: WorkContext,
): Promise<TaskMap['page']['output']> {
  if (!input.tables.some(({ name }) => name === input.table)) throw new RangeError(`No table ${input.table} is stored`)
  return withStoredTables(context, input, async (database) => {
    const table = quoteIdentifier(input.table)
    const { total } = await database.row<{ total: number }>(`SELECT count(*) AS total FROM ${table}`)
    const limit = Math.max(1, Math.trunc(input.limit))
    const offset = Math.max(0, Math.trunc(input.offset))
    // DuckDB keeps the order of a Parquet file through LIMIT and OFFSET, and skips what lies before.
    const page = await firstRows(database, `SELECT * FROM ${table} LIMIT ${limit} OFFSET ${offset}`, limit)
    return { columns: [...page.columns], rows: page.rows.map((row) => [...row]), total }
  })
}
