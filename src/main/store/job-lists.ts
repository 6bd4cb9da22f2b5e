/** Table `jobs`, read as lists and counts. */
import type { JobStatus } from '../../shared/job/job.ts'
import { type JobRow, placeholders, selectRow } from './jobs.ts'
import type { Library } from './library.ts'

export interface JobFilter {
  /** Empty means all. */
  readonly statuses: readonly JobStatus[]
  /** Part of the source's name, in any case; empty means all. */
  readonly search?: string
  /** Absent means newest first. */
  readonly order?: 'newest' | 'queue' | undefined
}

const orders = {
  newest: 'jobs.created_at DESC, jobs.rowid DESC',
  // What is held back comes after what may run. Ended jobs: last ended first.
  queue: `
    CASE jobs.status WHEN 'processing' THEN 0 WHEN 'queued' THEN 1 ELSE 2 END, jobs.paused,
    CASE jobs.status WHEN 'processing' THEN jobs.started_at WHEN 'queued' THEN jobs.rank ELSE -jobs.finished_at END,
    CASE jobs.status WHEN 'queued' THEN jobs.rowid ELSE -jobs.rowid END`,
} as const

function filterOf({ statuses, search = '' }: JobFilter): { where: string; parameters: unknown[] } {
  const conditions: string[] = []
  if (statuses.length > 0) conditions.push(`jobs.status IN (${placeholders(statuses)})`)
  if (search !== '') conditions.push(`instr(lower(sources.name), lower(?)) > 0`)
  return {
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    parameters: search === '' ? [...statuses] : [...statuses, search],
  }
}

export function selectJobs(library: Library, filter: JobFilter, limit: number, offset: number): JobRow[] {
  const { where, parameters } = filterOf(filter)
  return library
    .statement(`${selectRow} ${where} ORDER BY ${orders[filter.order ?? 'newest']} LIMIT ? OFFSET ?`)
    .all(...parameters, limit, offset) as JobRow[]
}

export function countJobs(library: Library, filter: JobFilter): number {
  const { where, parameters } = filterOf(filter)
  const from = filter.search ? 'jobs JOIN sources ON sources.id = jobs.source_id' : 'jobs'
  const row = library.statement(`SELECT count(*) AS count FROM ${from} ${where}`).get(...parameters) as {
    count: number
  }
  return row.count
}

/** How many jobs there are in each state. */
export function countJobsByStatus(library: Library): Record<JobStatus, number> {
  const rows = library.statement('SELECT status, count(*) AS count FROM jobs GROUP BY status').all()
  const counts = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 }
  for (const row of rows as { status: JobStatus; count: number }[]) counts[row.status] = row.count
  return counts
}
