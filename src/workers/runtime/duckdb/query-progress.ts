/** How far the running queries are, asked of DuckDB several times a second. */
import type { Database } from './database.ts'

const intervalMs = 100

/** Above this, a fall of the percentage is that of a new query, not of DuckDB thinking better of it. */
const newQueryFall = 0.3

export interface QueryWatch {
  /** 0 to 1, of the query under way. */
  within(fraction: number): void
  /** One query was followed by the next. */
  part?(): void
}

/**
 * Tells `watch` until `work` is done. DuckDB keeps count only when its progress bar is on; nothing is printed. What it
 * counts is what its scans have read: even over Parquet, in steps of its read buffer over CSV.
 */
export async function withQueryProgress<Result>(
  database: Database,
  watch: QueryWatch,
  work: () => Promise<Result>,
): Promise<Result> {
  await database.run('SET enable_progress_bar = true')
  await database.run('SET enable_progress_bar_print = false')
  let before = 0
  const timer = setInterval(() => {
    const fraction = Math.min(1, database.connection.progress.percentage / 100)
    if (fraction <= 0) return
    if (fraction < before - newQueryFall) watch.part?.()
    before = fraction
    watch.within(fraction)
  }, intervalMs)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
