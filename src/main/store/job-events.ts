/** Table `job_events`: every change a job went through. Written in the transaction of the change itself. */
import type { JobStatus } from '../../shared/job/job.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { Library } from './library.ts'

export type JobEventType =
  | 'created'
  | 'claimed'
  | 'stage_finished'
  | 'completed'
  | 'failed'
  | 'retry_scheduled'
  | 'retried'
  | 'cancelled'
  | 'recovered'
  | 'yielded'
  | 'paused'
  | 'resumed'
  | 'priority_changed'
  | 'moved_to_front'

export interface JobEventRow {
  readonly id: number
  readonly job_id: string
  readonly at: number
  readonly type: JobEventType
  /** The job's status after the change. */
  readonly status: JobStatus
  readonly attempt: number
  readonly stage: StageName | null
  /** JSON, by type. */
  readonly detail: string | null
}

/** Records a change of the job as it now stands in its own table. */
export function insertJobEvent(
  library: Library,
  event: { readonly jobId: string; readonly at: number; readonly type: JobEventType; readonly detail?: object },
): void {
  library
    .statement(`
      INSERT INTO job_events (job_id, at, type, status, attempt, stage, detail)
      SELECT id, @at, @type, status, attempt, stage, @detail FROM jobs WHERE id = @jobId`)
    .run({ ...event, detail: event.detail === undefined ? null : JSON.stringify(event.detail) })
}

/** Records that a job was made: as every job begins, so that it need not be read again. */
export function insertCreation(library: Library, jobId: string, at: number, detail: object): void {
  library
    .statement(`
      INSERT INTO job_events (job_id, at, type, status, attempt, stage, detail)
      VALUES (?, ?, 'created', 'queued', 0, NULL, ?)`)
    .run(jobId, at, JSON.stringify(detail))
}

export function selectJobEvents(library: Library, jobId: string): JobEventRow[] {
  return library.statement('SELECT * FROM job_events WHERE job_id = ? ORDER BY id').all(jobId) as JobEventRow[]
}

/** How far a job had come. */
export interface Milestone {
  /** Finished. */
  readonly stages: number
  /** Of a document, read without a gap from the first. */
  readonly pages: number
}

/** The furthest the job had come when a process died over it, since it was last tried again by hand; null before that. */
export function selectFurthestCrash(library: Library, jobId: string): Milestone | null {
  const row = library
    .statement(`
      SELECT coalesce(detail ->> 'stages', 0) AS stages, coalesce(detail ->> 'pages', 0) AS pages FROM job_events
      WHERE job_id = @jobId AND type = 'recovered' AND id > coalesce(
        (SELECT max(id) FROM job_events WHERE job_id = @jobId AND type = 'retried'), 0)
      ORDER BY stages DESC, pages DESC LIMIT 1`)
    .get({ jobId }) as Milestone | undefined
  return row ?? null
}
