/**
 * The states of a job and the only ways between them.
 *
 *            +------------------- retry (by hand) -------------------------+
 *            v                                                             |
 *  create -> queued -- claim --> processing -- complete --> completed      |
 *            ^  |                |  |  |  |                                |
 *            |  |                |  |  |  +-- fail (permanent, or the -----+-- failed
 *            |  |                |  |  |      attempts used up)            |
 *            |  |                |  |  +-- cancel -------------------------+-- cancelled
 *            |  +-- cancel ------|--|---------------------------------------->
 *            |                   |  |
 *            +-- fail (transient: after a delay) / recover (process died) / yield (shutdown, pause)
 *
 * Each change is one guarded UPDATE (store/job-states.ts) that names the status it leaves, and, made by a run, the claim it
 * holds; its event is written in the same transaction. A change whose guard does not hold changes nothing and says so.
 */
import { type Failure, StoryglassError } from '../../shared/failure/failure.ts'
import { type JobPriority, type JobStatus, maxAttempts } from '../../shared/job/job.ts'
import type { Pipeline } from '../../shared/job/pipeline.ts'
import { overallPercent, type StageName } from '../../shared/job/stage.ts'
import type { SourceKind } from '../../shared/story/source.ts'
import type { JobEventType } from '../store/job-events.ts'
import * as states from '../store/job-states.ts'
import type { Claim, JobRow } from '../store/jobs.ts'
import * as table from '../store/jobs.ts'
import { longestDelayMs, retryDelayMs } from './backoff.ts'
import type { CreateRequest, Creation, FinishedStage, Imported, LastProcess } from './changes.ts'
import { completeJob } from './lifecycle/complete-job.ts'
import { createJob } from './lifecycle/create-job.ts'
import { finishStage } from './lifecycle/finish-stage.ts'
import { JobChanges, type LifecycleOptions, ownerOf } from './lifecycle/job-changes.ts'
import { recoverJobs } from './lifecycle/recover-jobs.ts'
import { priorityLevel } from './priority.ts'
import type { JobResult } from './result.ts'

export class JobLifecycle {
  readonly #changes: JobChanges

  constructor(options: LifecycleOptions) {
    this.#changes = new JobChanges(options)
  }

  /** A new job, or the active one for the same content and options. */
  create(request: CreateRequest): Creation {
    return this.#changes.run('create', () => createJob(this.#changes, request))
  }

  /** Many at once, in the order given, all of them or none: one wait for the disk instead of one a job. */
  createAll(requests: readonly CreateRequest[]): Creation[] {
    return this.#changes.run('create', () => requests.map((request) => createJob(this.#changes, request)))
  }

  /** The next due job, now processing and owned by the caller; null when none is due. */
  claim(largestBytes: number): JobRow | null {
    return this.#changes.run('claim', () => {
      const id = states.claimNextJob(this.#changes.library, { now: this.#changes.now(), largestBytes, longestDelayMs })
      if (id === null) return null
      this.#changes.record(id, 'claimed')
      return table.selectJob(this.#changes.library, id)
    })
  }

  beginStage(owner: Claim, pipeline: Pipeline, stage: StageName): boolean {
    return this.#changes.run('begin_stage', () =>
      states.updateStage(this.#changes.library, ownerOf(owner), stage, overallPercent(pipeline, stage, 0)),
    )
  }

  saveProgress(owner: Claim, progress: states.ProgressRow): boolean {
    return this.#changes.library.relaxedTransaction(() =>
      states.updateProgress(this.#changes.library, ownerOf(owner), progress),
    )
  }

  /**
   * Records a stage whose result is on disk. `imported`: what the source is; at the end of the import the job becomes one
   * of that pipeline. `superseded`: another active job of that pipeline already has the same content and options; this
   * one then ends in its favour, cancelled, and says so.
   */
  finishStage(owner: Claim, stage: FinishedStage, imported: Imported): 'finished' | 'superseded' | 'not_owner' {
    return this.#changes.run('finish_stage', () => finishStage(this.#changes, owner, stage, imported))
  }

  /** Saves the story or document and completes its job, together or not at all. */
  complete(owner: Claim, result: JobResult, optionsKey: string): boolean {
    return this.#changes.run('complete', () => completeJob(this.#changes, owner, result, optionsKey))
  }

  /**
   * A transient failure goes back into the queue while attempts are left; any other ends the job. `paused`: a pause was
   * asked for meanwhile, and what goes back is held, in one transaction.
   */
  fail(owner: JobRow, failure: Failure, kind: SourceKind, paused = false): 'retrying' | 'failed' | 'not_owner' {
    return this.#changes.run('fail', () => {
      const now = this.#changes.now()
      const detail = { code: failure.code, reason: failure.reason, kind }
      if (failure.transient && owner.attempt < maxAttempts) {
        const nextAttemptAt = now + retryDelayMs(owner.attempt, this.#changes.options.random)
        if (!states.markForRetry(this.#changes.library, ownerOf(owner), failure, { nextAttemptAt, paused, now }))
          return 'not_owner'
        this.#changes.record(owner.id, 'retry_scheduled', { ...detail, nextAttemptAt })
        return 'retrying'
      }
      if (!states.markFailed(this.#changes.library, ownerOf(owner), failure, now)) return 'not_owner'
      this.#changes.record(owner.id, 'failed', detail)
      return 'failed'
    })
  }

  /** False when the job was over already. */
  cancel(id: string): boolean {
    return this.#changes.run('cancel', () => {
      if (!states.markCancelled(this.#changes.library, id, this.#changes.now())) return false
      this.#changes.record(id, 'cancelled')
      return true
    })
  }

  /**
   * Queues a failed or cancelled job again and gives its id. Where another job for the same content has become active
   * meanwhile, that one's id; for a job in any other state its own, unchanged.
   */
  retry(id: string): string {
    return this.#changes.run('retry', () => this.#retry(id))
  }

  /** The same for many, all of them or none. */
  retryAll(ids: readonly string[]): string[] {
    return this.#changes.run('retry', () => ids.map((id) => this.#retry(id)))
  }

  #retry(id: string): string {
    const job = table.selectJob(this.#changes.library, id)
    if (job === null) throw new StoryglassError('no_such_job', id)
    if (job.status !== 'failed' && job.status !== 'cancelled') return id
    const active = table.selectActiveJobId(this.#changes.library, job.sha256, job.options_key, job.pipeline)
    if (active !== null) return active
    states.markRetried(this.#changes.library, id, this.#changes.now())
    this.#changes.record(id, 'retried')
    return id
  }

  /**
   * At start, before any claim: puts back what was running when the last process ended. Gives the jobs changed. After a
   * clean end they were stopped by us and could only not be recorded as such: no attempt and no death is counted.
   */
  recover(last: LastProcess = { endedCleanly: false }): { id: string; status: JobStatus }[] {
    return this.#changes.run('recover', () => recoverJobs(this.#changes, last))
  }

  /** Gives a running job back unfinished: we stopped it ourselves, so the attempt does not count. */
  yield(owner: Claim, paused: boolean): boolean {
    return this.#changes.run('yield', () => {
      if (!states.markYielded(this.#changes.library, ownerOf(owner), paused)) return false
      this.#changes.record(owner.id, 'yielded', { paused })
      return true
    })
  }

  /** For a queued job; a running one is stopped and yielded first. */
  setPaused(id: string, paused: boolean): boolean {
    return this.#edit(id, paused ? 'paused' : 'resumed', () => states.updatePaused(this.#changes.library, id, paused))
  }

  setPriority(id: string, priority: JobPriority): boolean {
    const level = priorityLevel(priority)
    return this.#edit(id, 'priority_changed', () => states.updatePriority(this.#changes.library, id, level), {
      priority,
    })
  }

  moveToFront(id: string): boolean {
    return this.#edit(id, 'moved_to_front', () => states.updateFront(this.#changes.library, id))
  }

  #edit(id: string, type: JobEventType, update: () => boolean, detail?: object): boolean {
    return this.#changes.run('edit', () => {
      if (!update()) return false
      this.#changes.record(id, type, detail)
      return true
    })
  }
}
