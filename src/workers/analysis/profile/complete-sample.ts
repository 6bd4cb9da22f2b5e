/** The row sample of columns that the profile of a wide table did not keep one of. */
import type { WorkContext } from '../../runtime/context.ts'
import type { Database } from '../../runtime/duckdb/database.ts'
import type { TableSchema } from '../schema.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'
import { readNumbers } from './read-numbers.ts'

/** Fills `schema.sample` with the measures it lacks, without what stands for “missing”. O(rows · measures lacking). */
export async function completeSample(database: Database, context: WorkContext, schema: TableSchema): Promise<void> {
  const { sample, relation, rows } = schema
  const lacking = schema.measures.filter(({ column }) => !sample.columns.has(column.name))
  for (const batch of batchesOf(lacking, columnsAtOnce(rows, 1))) {
    const expressions = batch.map(({ sql }) => `CAST(${sql} AS DOUBLE)`)
    const arrays = await readNumbers(database, context, relation, expressions, rows)
    for (const [index, { column }] of batch.entries()) {
      const values = arrays[index]
      if (values !== undefined) sample.columns.set(column.name, sample.take(values))
    }
    await context.yieldToEventLoop()
  }
}
