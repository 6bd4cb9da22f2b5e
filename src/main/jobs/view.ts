/** A job as the contract shows it, from its rows and what its run knows beyond them. */
import { type Job, jobOptionsSchema, maxAttempts } from '../../shared/job/job.ts'
import { type SourceOrigin, sourceOriginSchema } from '../../shared/story/source.ts'
import type { JobStageRow } from '../store/job-stages.ts'
import type { JobRow } from '../store/jobs.ts'
import { priorityOfLevel } from './priority.ts'

/** What a run knows of its progress, ahead of the table, which is written less often. */
export interface LiveProgress {
  readonly percent: number
  readonly note: string | null
  readonly units: Job['units']
  readonly secondsLeft: number | null
}

export function toJob(row: JobRow, stages: readonly JobStageRow[], live: LiveProgress | null): Job {
  const running = row.status === 'processing' ? live : null
  const origin = storedOrigin(row)
  return {
    id: row.id,
    pipeline: row.pipeline,
    status: row.status,
    priority: priorityOfLevel(row.priority),
    paused: row.paused === 1,
    source: {
      name: row.source_name,
      bytes: row.source_bytes,
      sha256: row.sha256,
      kind: row.source_kind,
      ...(origin === null ? {} : { origin }),
    },
    options: jobOptionsSchema.parse(JSON.parse(row.options)),
    stage: row.stage,
    percent: Math.max(row.percent, running?.percent ?? 0),
    note: running?.note ?? row.note,
    units: running?.units ?? storedUnits(row),
    attempt: row.attempt,
    maxAttempts: Math.max(maxAttempts, row.attempt),
    createdAt: isoTime(row.created_at),
    startedAt: isoTimeOrNull(row.started_at),
    finishedAt: isoTimeOrNull(row.finished_at),
    nextAttemptAt: isoTimeOrNull(row.next_attempt_at),
    secondsLeft: running?.secondsLeft ?? null,
    failure: storedFailure(row),
    canRetry: row.status === 'failed' || row.status === 'cancelled',
    storyId: row.story_id,
    retells: row.retells,
    documentId: row.document_id,
    stages: stages.map((stage) => ({
      name: stage.stage,
      finishedAt: isoTime(stage.finished_at),
      elapsedMs: stage.elapsed_ms,
    })),
  }
}

/** The table of a document that the job's source is; null for a file of its own. */
export function storedOrigin({ origin }: JobRow): SourceOrigin | null {
  return origin === null ? null : sourceOriginSchema.parse(JSON.parse(origin))
}

function storedUnits(row: JobRow): Job['units'] {
  if (row.units_done === null || row.unit === null) return null
  return { done: row.units_done, total: row.units_total, unit: row.unit }
}

/** Why it failed last; null while it has not. */
export function storedFailure(row: JobRow): Job['failure'] {
  if (row.failure_code === null || row.failure_reason === null || row.failed_at === null) return null
  return {
    code: row.failure_code,
    reason: row.failure_reason,
    message: row.failure_message ?? '',
    hint: row.failure_hint ?? '',
    detail: row.failure_detail,
    transient: row.failure_transient === 1,
    at: isoTime(row.failed_at),
  }
}

function isoTime(atMs: number): string {
  return new Date(atMs).toISOString()
}

function isoTimeOrNull(atMs: number | null): string | null {
  return atMs === null ? null : isoTime(atMs)
}
