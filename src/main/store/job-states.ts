/**
 * Table `jobs`: the changes of a job, one statement a function. Each names the status it expects, and one made by a
 * running job also names its claim; the boolean says whether the job was still there in that state. `jobs/lifecycle.ts`
 * pairs each with its event and holds the drawing of the states.
 */
import type { Failure } from '../../shared/failure/failure.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import type { StageName } from '../../shared/job/stage.ts'
import type { Claim } from './jobs.ts'
import type { Library } from './library.ts'

/**
 * Marks the next due job as processing and gives its id; null when none is due. First is what was moved to the front,
 * then priority with ageing, then age. `largestBytes` leaves out bigger sources while another big one runs.
 * A next attempt further away than `longestDelayMs` was set by a clock that has since gone back: it is due.
 */
export function claimNextJob(
  library: Library,
  limits: { readonly now: number; readonly largestBytes: number; readonly longestDelayMs: number },
): string | null {
  const row = library
    .statement(`
      UPDATE jobs SET status = 'processing', attempt = attempt + 1, claim = claim + 1,
        started_at = coalesce(started_at, @now), next_attempt_at = NULL, front = NULL,
        stage = coalesce(stage, 'import'), note = NULL, units_done = NULL, units_total = NULL, unit = NULL
      WHERE status = 'queued' AND id = (
        SELECT jobs.id FROM jobs INDEXED BY jobs_waiting JOIN sources ON sources.id = jobs.source_id
        WHERE jobs.status = 'queued' AND jobs.paused = 0 AND sources.bytes <= @largestBytes
          AND (jobs.next_attempt_at IS NULL OR jobs.next_attempt_at <= @now
            OR jobs.next_attempt_at > @now + @longestDelayMs)
        ORDER BY jobs.rank, jobs.created_at LIMIT 1)
      RETURNING id`)
    .get(limits) as { id: string } | undefined
  return row?.id ?? null
}

export interface ProgressRow {
  readonly percent: number
  readonly note: string | null
  readonly units_done: number | null
  readonly units_total: number | null
  readonly unit: string | null
}

/** The percentage never falls, whatever is passed. */
export function updateProgress(library: Library, owner: Claim, progress: ProgressRow): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET percent = max(percent, @percent), note = @note, units_done = @units_done,
        units_total = @units_total, unit = @unit
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, ...progress },
  )
}

/** The stage that runs now; what was said of the one before no longer holds. */
export function updateStage(library: Library, owner: Claim, stage: StageName, percent: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET stage = @stage, percent = max(percent, @percent), note = NULL, units_done = NULL,
        units_total = NULL, unit = NULL
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, stage, percent },
  )
}

/** Its content turned out to be another pipeline's. The caller has seen that no other active job is in its place. */
export function updatePipeline(library: Library, owner: Claim, pipeline: Pipeline): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET pipeline = @pipeline WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, pipeline },
  )
}

/** Given up by its own run in favour of another job. `note`: why, for those who look at it. */
export function markSuperseded(library: Library, owner: Claim, note: string, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'cancelled', finished_at = @now, note = @note
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, note, now },
  )
}

export function markCompleted(library: Library, owner: Claim, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'completed', finished_at = @now, percent = 100, note = NULL, failure_code = NULL,
        failure_reason = NULL, failure_message = NULL, failure_hint = NULL, failure_detail = NULL,
        failure_transient = NULL, failed_at = NULL
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, now },
  )
}

const setFailure = `
  failure_code = @code, failure_reason = @reason, failure_message = @message, failure_hint = @hint,
  failure_detail = @detail, failure_transient = @transient, failed_at = @now`

function failureColumns(failure: Failure): Record<string, string | number | null> {
  return { ...failure, transient: failure.transient ? 1 : 0 }
}

export function markFailed(library: Library, owner: Claim, failure: Failure, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'failed', finished_at = @now, note = NULL, ${setFailure}
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, ...failureColumns(failure), now },
  )
}

/** Back into the queue after a transient failure, not before `nextAttemptAt`; the failure stays to be seen. */
export function markForRetry(
  library: Library,
  owner: Claim,
  failure: Failure,
  { nextAttemptAt, paused, now }: { readonly nextAttemptAt: number; readonly paused: boolean; readonly now: number },
): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'queued', next_attempt_at = @nextAttemptAt, paused = @paused, note = NULL, ${setFailure}
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, ...failureColumns(failure), nextAttemptAt, paused: paused ? 1 : 0, now },
  )
}

export function markCancelled(library: Library, id: string, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'cancelled', finished_at = @now, next_attempt_at = NULL, paused = 0, front = NULL,
        note = NULL
      WHERE id = @id AND status IN ('queued', 'processing')`),
    { id, now },
  )
}

/** A person asked for it again: a fresh set of attempts, from the first unfinished stage. */
export function markRetried(library: Library, id: string, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'queued', attempt = 0, process_deaths = 0, queued_at = @now, started_at = NULL,
        finished_at = NULL, note = NULL, units_done = NULL, units_total = NULL, unit = NULL, failure_code = NULL,
        failure_reason = NULL, failure_message = NULL, failure_hint = NULL, failure_detail = NULL,
        failure_transient = NULL, failed_at = NULL
      WHERE id = @id AND status IN ('failed', 'cancelled')`),
    { id, now },
  )
}

/** After the process died: back into the queue, the attempt lost. `deaths`: how many count against it now. */
export function markRecovered(library: Library, id: string, deaths: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'queued', process_deaths = @deaths, note = NULL
      WHERE id = @id AND status = 'processing'`),
    { id, deaths },
  )
}

/** The job was running in too many processes that died. */
export function markFailedAfterCrashes(library: Library, id: string, failure: Failure, now: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'failed', finished_at = @now, process_deaths = process_deaths + 1, note = NULL,
        ${setFailure}
      WHERE id = @id AND status = 'processing'`),
    { id, ...failureColumns(failure), now },
  )
}

/** Stopped by us (shutdown, pause), not by a failure: the attempt does not count. */
export function markYielded(library: Library, owner: Claim, paused: boolean): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET status = 'queued', attempt = attempt - 1, paused = @paused, note = NULL
      WHERE id = @id AND status = 'processing' AND claim = @claim`),
    { ...owner, paused: paused ? 1 : 0 },
  )
}

export function updatePaused(library: Library, id: string, paused: boolean): boolean {
  return changed(
    library.statement(`UPDATE jobs SET paused = @paused WHERE id = @id AND status = 'queued' AND paused <> @paused`),
    { id, paused: paused ? 1 : 0 },
  )
}

export function updatePriority(library: Library, id: string, priority: number): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET priority = @priority
      WHERE id = @id AND status IN ('queued', 'processing') AND priority <> @priority`),
    { id, priority },
  )
}

/** Ahead of all that wait, and of what was moved to the front before; without pause or delay. */
export function updateFront(library: Library, id: string): boolean {
  return changed(
    library.statement(`
      UPDATE jobs SET paused = 0, next_attempt_at = NULL,
        front = (SELECT coalesce(min(front), 0) FROM jobs WHERE front IS NOT NULL AND status = 'queued') - 1
      WHERE id = @id AND status = 'queued'`),
    { id },
  )
}

function changed(statement: { run(parameters: object): { changes: number } }, parameters: object): boolean {
  return statement.run(parameters).changes === 1
}
