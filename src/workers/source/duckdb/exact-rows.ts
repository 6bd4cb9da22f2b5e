/** Rows of a query as they can be shown: whole numbers beyond 2^53 as text, days without a time of day. */
import type { Scalar } from '../../../shared/story/insight.ts'
import type { Database } from '../../runtime/duckdb/database.ts'

/** All rows of a query that gives few. */
export async function exactRows(database: Database, sql: string): Promise<Scalar[][]> {
  const reader = await database.exclusively(() => database.guarded(() => database.connection.runAndReadAll(sql)))
  const types = reader.columnTypes().map(String)
  return reader.getRowsJS().map((row) => row.map((value, index) => exactScalar(value, types[index] ?? '')))
}

export function exactScalar(value: unknown, type: string): Scalar {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return type === 'DATE' ? value.toISOString().slice(0, 10) : value.toISOString()
  return JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? part.toString() : part))
}
