/** Progress of a running DuckDB query, asked several times a second. */
import type { WorkContext } from '../context.ts'
import type { Database } from '../duckdb/database.ts'

const intervalMs = 150

/** Percentages of the query under way; a stage of several queries shows each one's note. */
export async function withQueryProgress<Result>(
  database: Database,
  context: WorkContext,
  note: string,
  work: () => Promise<Result>,
): Promise<Result> {
  let highest = 0
  const timer = setInterval(() => {
    const { percentage } = database.connection.progress
    if (percentage <= highest) return
    highest = Math.min(100, percentage)
    context.progress({ done: Math.round(highest), total: 100, unit: 'percent', note })
  }, intervalMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
