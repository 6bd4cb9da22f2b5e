/** Table `jobs`, read as lists and counts. */
import { foldText } from '../../shared/format/fold.ts'
import type { JobStatus } from '../../shared/job/job.ts'
import { type JobRow, selectRow } from './jobs.ts'
import type { Library } from './library.ts'

export interface JobFilter {
  /** Empty means all. */
  readonly statuses: readonly JobStatus[]
  /** Part of the source's name, as `foldText` compares; empty means all. */
  readonly search?: string
  /** Absent means newest first. */
  readonly order?: 'newest' | 'queue' | undefined
}

/** `instr`, so that what a person types is never a pattern. */
const nameMatches = 'instr(sources.name_folded, @search) > 0'

/** A run of a list whose order is that of an index, so that nothing has to be sorted to find a page of it. */
interface Section {
  readonly statuses: readonly JobStatus[]
  readonly where?: string
  readonly orderBy: string
}

/**
 * Running jobs, those that wait in the order they will run, those that wait for their next attempt, those held back, then
 * ended ones, last ended first. One whose next attempt is due stays where it is until it is claimed.
 */
const queueSections: readonly Section[] = [
  { statuses: ['processing'], orderBy: 'jobs.started_at, jobs.rowid' },
  {
    statuses: ['queued'],
    where: 'jobs.paused = 0 AND jobs.next_attempt_at IS NULL',
    orderBy: 'jobs.rank, jobs.created_at, jobs.rowid',
  },
  {
    statuses: ['queued'],
    where: 'jobs.paused = 0 AND jobs.next_attempt_at IS NOT NULL',
    orderBy: 'jobs.next_attempt_at, jobs.rowid',
  },
  { statuses: ['queued'], where: 'jobs.paused = 1', orderBy: 'jobs.rank, jobs.created_at, jobs.rowid' },
  {
    statuses: ['completed', 'failed', 'cancelled'],
    where: 'jobs.finished_at IS NOT NULL',
    orderBy: 'jobs.finished_at DESC, jobs.rowid DESC',
  },
]

/** A page of jobs. Their ids are found in indexes before anything else is read of them. */
export function selectJobs(library: Library, filter: JobFilter, limit: number, offset: number): JobRow[] {
  const ids =
    filter.order === 'queue' ? idsByQueue(library, filter, limit, offset) : idsByAge(library, filter, limit, offset)
  const rows = library.statement(`${selectRow} WHERE jobs.id IN (SELECT value FROM json_each(?))`)
  const byId = new Map((rows.all(JSON.stringify(ids)) as JobRow[]).map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Newest first. With several statuses, the newest of each, merged. */
function idsByAge(library: Library, { statuses, search = '' }: JobFilter, limit: number, offset: number): string[] {
  const name = search === '' ? [] : [nameMatches]
  const arms = (statuses.length === 0 ? [[]] : [...new Set(statuses)].map((status) => [isOneOf([status])])).map(
    (status) =>
      `SELECT jobs.id, jobs.created_at AS made, jobs.rowid AS number FROM ${from(search)} ${whereAll([...status, ...name])}`,
  )
  return idsOf(
    library,
    `SELECT id FROM (${arms.join(' UNION ALL ')} ORDER BY made DESC, number DESC LIMIT @limit OFFSET @offset)`,
    { limit, offset, ...searchFor(search) },
  )
}

function idsByQueue(library: Library, { statuses, search = '' }: JobFilter, limit: number, offset: number): string[] {
  const ids: string[] = []
  let skip = offset
  for (const section of queueSections) {
    const wanted = section.statuses.filter((status) => statuses.length === 0 || statuses.includes(status))
    if (wanted.length === 0 || ids.length >= limit) continue
    const conditions = [isOneOf(wanted), section.where ?? '', search === '' ? '' : nameMatches]
    const source = `FROM ${from(search)} ${whereAll(conditions.filter((condition) => condition !== ''))}`
    const found = idsOf(library, `SELECT jobs.id ${source} ORDER BY ${section.orderBy} LIMIT @limit OFFSET @offset`, {
      limit: limit - ids.length,
      offset: skip,
      ...searchFor(search),
    })
    ids.push(...found)
    if (found.length > 0 || skip === 0) skip = 0
    else skip -= count(library, source, searchFor(search))
  }
  return ids
}

function idsOf(library: Library, sql: string, parameters: object): string[] {
  return (library.statement(sql).all(parameters) as { id: string }[]).map(({ id }) => id)
}

/** In this order: SQLite would else walk all sources first and sort. */
function from(search: string): string {
  return search === '' ? 'jobs' : 'jobs CROSS JOIN sources ON sources.id = jobs.source_id'
}

function searchFor(search: string): object {
  return search === '' ? {} : { search: foldText(search) }
}

/** Names of our own vocabulary, never what somebody typed. */
function isOneOf(statuses: readonly JobStatus[]): string {
  return `jobs.status IN (${statuses.map((status) => `'${status}'`).join(', ')})`
}

function count(library: Library, source: string, parameters: object): number {
  return (library.statement(`SELECT count(*) AS count ${source}`).get(parameters) as { count: number }).count
}

export function countJobs(library: Library, { statuses, search = '' }: JobFilter): number {
  const status = statuses.length === 0 ? [] : [isOneOf(statuses)]
  const name = search === '' ? [] : [nameMatches]
  return count(library, `FROM ${from(search)} ${whereAll([...status, ...name])}`, searchFor(search))
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
}

/** How many jobs there are in each state. */
export function countJobsByStatus(library: Library): Record<JobStatus, number> {
  const rows = library.statement('SELECT status, count(*) AS count FROM jobs GROUP BY status').all()
  const counts = { queued: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 }
  for (const row of rows as { status: JobStatus; count: number }[]) counts[row.status] = row.count
  return counts
}
