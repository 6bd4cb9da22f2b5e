/** Reading a story's tables while work goes on: the rows behind a number, and pages of a table. */
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkContext } from '../runtime/context.ts'
import { withStoredTables } from '../source/duckdb/stored-tables.ts'

/** The first rows of one evidence query. Throws `NotReadOnlyError` for anything but a single SELECT. */
export async function runEvidence(
  input: TaskMap['evidence']['input'],
  context: WorkContext,
): Promise<TaskMap['evidence']['output']> {
  return withStoredTables(context, input, async (source) => {
    const { columns, rows, truncated } = await source.firstRows(input.sql, input.limit)
    return { columns: [...columns], rows: rows.map((row) => [...row]), truncated }
  })
}

/** Rows `offset` to `offset + limit` of a table, in file order. Throws a RangeError for a table the story has not. */
export async function tablePage(
  input: TaskMap['page']['input'],
  context: WorkContext,
): Promise<TaskMap['page']['output']> {
  if (!input.tables.some(({ name }) => name === input.table)) throw new RangeError(`No table ${input.table} is stored`)
  return withStoredTables(context, input, async (source) => {
    const limit = Math.max(1, Math.trunc(input.limit))
    const offset = Math.max(0, Math.trunc(input.offset))
    const { columns, rows, total } = await source.page(input.table, offset, limit)
    return { columns: [...columns], rows: rows.map((row) => [...row]), total }
  })
}
