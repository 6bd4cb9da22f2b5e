/** Table `jobs`: its rows, what they are found by, and new ones. One statement a function. */
import type { ErrorCode, FailureReason } from '../../shared/failure/failure.ts'
import type { JobStatus } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { Library } from './library.ts'

export interface JobRow {
  readonly id: string
  readonly source_id: number
  readonly sha256: string
  readonly pipeline: Pipeline
  /** JSON of JobOptions. */
  readonly options: string
  readonly options_key: string
  readonly priority: number
  readonly status: JobStatus
  readonly paused: 0 | 1
  readonly attempt: number
  readonly claim: number
  readonly process_deaths: number
  readonly stage: StageName | null
  readonly percent: number
  readonly note: string | null
  readonly units_done: number | null
  readonly units_total: number | null
  readonly unit: string | null
  readonly created_at: number
  readonly queued_at: number
  readonly started_at: number | null
  readonly finished_at: number | null
  readonly next_attempt_at: number | null
  readonly failure_code: ErrorCode | null
  readonly failure_reason: FailureReason | null
  readonly failure_message: string | null
  readonly failure_hint: string | null
  readonly failure_detail: string | null
  readonly failure_transient: 0 | 1 | null
  readonly failed_at: number | null
  /** What a person asked for by name; null where the content decides. */
  readonly wanted: Pipeline | null
  /** JSON of SourceOrigin; null for a file of its own. */
  readonly origin: string | null
  /** The story it tells again, and the first version of that; null for a telling of its own. */
  readonly retells: string | null
  readonly lineage: string | null
  readonly source_name: string
  readonly source_path: string
  readonly source_bytes: number
  readonly source_kind: SourceKind
  readonly source_modified_at: number
  readonly story_id: string | null
  /** Its own id once its document is in the library. */
  readonly document_id: string | null
}

/** A processing job as the run that owns it knows it. */
export interface Claim {
  readonly id: string
  readonly claim: number
}

/** A job with its source's file and what came of it. */
export const selectRow = `
  SELECT jobs.*, sources.name AS source_name, sources.path AS source_path, sources.bytes AS source_bytes,
    sources.kind AS source_kind, sources.modified_at AS source_modified_at, stories.id AS story_id,
    documents.id AS document_id
  FROM jobs JOIN sources ON sources.id = jobs.source_id LEFT JOIN stories ON stories.job_id = jobs.id
    LEFT JOIN documents ON documents.id = jobs.id`

export interface NewJob {
  readonly id: string
  readonly source_id: number
  readonly sha256: string
  readonly pipeline: Pipeline
  readonly options: string
  readonly options_key: string
  readonly priority: number
  readonly wanted: Pipeline | null
  readonly origin: string | null
  readonly retells: string | null
  readonly lineage: string | null
  readonly now: number
}

export function insertJob(library: Library, job: NewJob): void {
  library
    .statement(`
      INSERT INTO jobs (id, source_id, sha256, pipeline, options, options_key, priority, wanted, origin, retells,
        lineage, status, created_at, queued_at)
      VALUES (@id, @source_id, @sha256, @pipeline, @options, @options_key, @priority, @wanted, @origin, @retells,
        @lineage, 'queued', @now, @now)`)
    .run(job)
}

export function selectJob(library: Library, id: string): JobRow | null {
  return (library.statement(`${selectRow} WHERE jobs.id = ?`).get(id) as JobRow | undefined) ?? null
}

/** The one queued or processing job for this content and these options, if there is one. */
export function selectActiveJobId(
  library: Library,
  sha256: string,
  optionsKey: string,
  pipeline: Pipeline,
): string | null {
  const row = library
    .statement(`
      SELECT id FROM jobs WHERE sha256 = ? AND options_key = ? AND pipeline = ?
        AND status IN ('queued', 'processing')`)
    .get(sha256, optionsKey, pipeline) as { id: string } | undefined
  return row?.id ?? null
}

/** When the earliest delayed attempt is due, in ms since 1970; null when none waits for its time. */
export function selectNextDueAt(library: Library): number | null {
  const row = library
    .statement(`
      SELECT min(next_attempt_at) AS due FROM jobs INDEXED BY jobs_delayed
      WHERE next_attempt_at IS NOT NULL AND status = 'queued' AND paused = 0`)
    .get() as { due: number | null }
  return row.due
}

/** In the order they would run. */
export function selectJobIds(library: Library, status: JobStatus): string[] {
  const rows = library.statement('SELECT id FROM jobs WHERE status = ? ORDER BY rank, created_at').all(status)
  return (rows as { id: string }[]).map((row) => row.id)
}
