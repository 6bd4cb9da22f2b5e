/** Streams columns of a table into typed arrays, in file order, a few at a time so that memory stays bounded. */
import duckdb from '@duckdb/node-bindings'
import type { WorkContext } from '../../runtime/context.ts'
import type { Database } from '../../runtime/duckdb/database.ts'
import type { NumberArray } from '../table-source.ts'

/** Chunks of 2,048 rows between two looks at the cancel signal. */
const chunksBetweenPauses = 128

/**
 * The values of `expressions` (SQL giving DOUBLE or null) over `relation`, one Float64Array of `rows` values each, in
 * the relation's order; null and values that are not finite become NaN. Arrays of `into` of that length are written over.
 * O(rows · expressions).
 *
 * Vectors are copied whole: asking the driver for values one by one takes ten times as long.
 */
export async function readNumbers(
  database: Database,
  context: WorkContext,
  relation: string,
  expressions: readonly string[],
  rows: number,
  into: readonly NumberArray[] = [],
): Promise<NumberArray[]> {
  const columns = expressions.map((_, index) => {
    const given = into[index]
    return given?.length === rows ? given : new Float64Array(rows)
  })
  if (rows === 0 || expressions.length === 0) return columns
  const list = expressions.map((expression) => `coalesce(${expression}, 'nan'::DOUBLE)`).join(', ')
  await database.exclusively(() => streamInto(columns, `SELECT ${list} FROM ${relation}`, database, context, rows))
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      const value = column[row] ?? 0
      if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) column[row] = Number.NaN
    }
  }
  return columns
}

async function streamInto(
  columns: readonly Float64Array[],
  sql: string,
  database: Database,
  context: WorkContext,
  rows: number,
): Promise<void> {
  const result = await database.guarded(() => database.connection.stream(sql))
  let offset = 0
  for (let chunkNumber = 1; ; chunkNumber++) {
    const chunk = await database.guarded(() => result.fetchChunk())
    if (chunk === null || chunk.rowCount === 0) break
    const count = chunk.rowCount
    if (offset + count > rows) throw new Error(`More rows than the ${rows} counted`)
    for (const [index, column] of columns.entries()) {
      const vector = duckdb.data_chunk_get_vector(chunk.chunk, index)
      const bytes = duckdb.vector_get_data(vector, count * Float64Array.BYTES_PER_ELEMENT)
      column.set(new Float64Array(bytes.buffer, bytes.byteOffset, count), offset)
    }
    offset += count
    if (chunkNumber % chunksBetweenPauses === 0) await context.yieldToEventLoop()
  }
  if (offset !== rows) throw new Error(`Read ${offset} rows where ${rows} were counted`)
}
