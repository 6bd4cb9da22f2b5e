/** The row sample of columns that the profile of a wide table did not keep one of. */
import type { WorkContext } from '../../runtime/context.ts'
import type { TableSource } from '../../source/table-source.ts'
import type { TableSchema } from '../schema.ts'
import { batchesOf, columnsAtOnce } from './batches.ts'

/** Fills `schema.sample` with the measures it lacks, without what stands for “missing”. O(rows · measures lacking). */
export async function completeSample(source: TableSource, context: WorkContext, schema: TableSchema): Promise<void> {
  const { dialect, sample, relation, rows } = schema
  const lacking = schema.measures.filter(({ column }) => !sample.columns.has(column.name))
  for (const batch of batchesOf(lacking, columnsAtOnce(rows, 1))) {
    const expressions = batch.map(({ sql }) => dialect.double(sql))
    const arrays = await source.numbers(relation, expressions, rows)
    for (const [index, { column }] of batch.entries()) {
      const values = arrays[index]
      if (values !== undefined) sample.columns.set(column.name, sample.take(values))
    }
    await context.yieldToEventLoop()
  }
}
