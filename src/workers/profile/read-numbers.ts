/** Streams columns of a table into typed arrays, in file order, a few at a time so that memory stays bounded. */
import type { WorkContext } from '../context.ts'
import type { Database } from '../duckdb/database.ts'

/** Chunks of 2,048 rows between two looks at the cancel signal. */
const chunksBetweenBreaths = 64

/**
 * The values of `expressions` (SQL giving DOUBLE or null) over `relation`, one Float64Array of `rows` values each, in
 * the relation's order; null and values that are not finite become NaN. O(rows · expressions).
 */
export async function readNumbers(
  database: Database,
  context: WorkContext,
  relation: string,
  expressions: readonly string[],
  rows: number,
): Promise<Float64Array[]> {
  const columns = expressions.map(() => new Float64Array(rows))
  if (rows === 0 || expressions.length === 0) return columns
  const list = expressions.map((expression) => `coalesce(${expression}, 'nan'::DOUBLE)`).join(', ')
  const result = await database.guarded(() => database.connection.stream(`SELECT ${list} FROM ${relation}`))
  let offset = 0
  for (let chunkNumber = 1; ; chunkNumber++) {
    const chunk = await database.guarded(() => result.fetchChunk())
    if (chunk === null || chunk.rowCount === 0) break
    if (offset + chunk.rowCount > rows) throw new Error(`More rows than the ${rows} counted`)
    for (const [index, column] of columns.entries()) {
      const vector = chunk.getColumnVector(index)
      for (let row = 0; row < chunk.rowCount; row++) {
        const value = vector.getItem(row)
        column[offset + row] = typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
      }
    }
    offset += chunk.rowCount
    if (chunkNumber % chunksBetweenBreaths === 0) await context.breathe()
  }
  if (offset !== rows) throw new Error(`Read ${offset} rows where ${rows} were counted`)
  return columns
}
