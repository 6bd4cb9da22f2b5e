/** Queries over `job_events`: what the metrics are made from. Times are in ms since 1970. */
import type { ErrorCode, FailureReason } from '../../shared/failure/failure.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { JobEventType } from './job-events.ts'
import type { Library } from './library.ts'

export function countEvents(library: Library, since: number): Partial<Record<JobEventType, number>> {
  const rows = library
    .statement('SELECT type, count(*) AS count FROM job_events WHERE at >= ? GROUP BY type')
    .all(since) as { type: JobEventType; count: number }[]
  return Object.fromEntries(rows.map((row) => [row.type, row.count]))
}

/** Each wait of a job for its first claim: after it was created, and after each retry by hand. */
export function selectWaits(library: Library, since: number): number[] {
  const rows = library
    .statement(`
      SELECT claimed - at AS elapsed FROM (
        SELECT at, type, lead(at) OVER steps AS claimed, lead(type) OVER steps AS following
        FROM job_events WHERE at >= ? AND type IN ('created', 'retried', 'claimed', 'cancelled')
        WINDOW steps AS (PARTITION BY job_id ORDER BY id))
      WHERE type IN ('created', 'retried') AND following = 'claimed' AND claimed >= at`)
    .all(since)
  return (rows as { elapsed: number }[]).map((row) => row.elapsed)
}

/** From the first claim since a job was created or retried to its completion. */
export function selectRuns(library: Library, since: number): number[] {
  const rows = library
    .statement(`
      SELECT done.at - min(claimed.at) AS elapsed
      FROM job_events AS done JOIN job_events AS claimed ON claimed.job_id = done.job_id AND claimed.id < done.id
      WHERE done.type = 'completed' AND done.at >= ? AND claimed.type = 'claimed'
        AND claimed.id > (SELECT max(id) FROM job_events
          WHERE job_id = done.job_id AND id < done.id AND type IN ('created', 'retried'))
      GROUP BY done.id HAVING elapsed >= 0`)
    .all(since)
  return (rows as { elapsed: number }[]).map((row) => row.elapsed)
}

export interface StageTime {
  readonly stage: StageName
  readonly kind: SourceKind
  readonly elapsed: number
}

export function selectStageTimes(library: Library, since: number): StageTime[] {
  return library
    .statement(`
      SELECT stage, detail ->> 'kind' AS kind, detail ->> 'elapsedMs' AS elapsed
      FROM job_events WHERE type = 'stage_finished' AND at >= ? ORDER BY id`)
    .all(since) as StageTime[]
}

export interface FailureCount {
  readonly code: ErrorCode
  readonly reason: FailureReason
  readonly kind: SourceKind
  readonly count: number
}

export function countFailures(library: Library, since: number): FailureCount[] {
  return library
    .statement(`
      SELECT detail ->> 'code' AS code, detail ->> 'reason' AS reason, detail ->> 'kind' AS kind, count(*) AS count
      FROM job_events WHERE type = 'failed' AND at >= ? GROUP BY 1, 2, 3 ORDER BY count DESC, code, reason, kind`)
    .all(since) as FailureCount[]
}

/** How many jobs waited after each change that moved the number, oldest first. */
export function selectQueueDepths(library: Library): { readonly at: number; readonly depth: number }[] {
  return library
    .statement(`
      SELECT at, sum(step) OVER (ORDER BY id) AS depth FROM (
        SELECT id, at, (status = 'queued')
          - coalesce(lag(status) OVER (PARTITION BY job_id ORDER BY id) = 'queued', 0) AS step
        FROM job_events)
      WHERE step <> 0 ORDER BY id`)
    .all() as { at: number; depth: number }[]
}

/** Forgets changes of before `before` that belong to no job any more. */
export function deleteOldEvents(library: Library, before: number): number {
  return library.statement('DELETE FROM job_events WHERE at < ? AND job_id NOT IN (SELECT id FROM jobs)').run(before)
    .changes
}
