/** The queue as its users steer it: jobs made, cancelled, tried again, held back, moved; and its state as a whole. */
import type { CommandOutput, CommandRequest } from '../../../shared/contract/commands.ts'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { pipelineOfName } from '../../../shared/file-formats/formats.ts'
import { isActive, type Job, type JobPriority } from '../../../shared/job/job.ts'
import type { QueueState } from '../../../shared/job/queue.ts'
import type { FirstFacts } from '../../../shared/story/first-facts.ts'
import type { ReadySource } from '../../intake/source-service.ts'
import type { CreateRequest } from '../../jobs/changes.ts'
import type { JobLifecycle } from '../../jobs/lifecycle.ts'
import { canonicalOptions, optionsKey } from '../../jobs/options-key.ts'
import type { Scheduler } from '../../jobs/scheduler.ts'
import type { StageFiles } from '../../jobs/stage-files.ts'
import { countJobs, countJobsByStatus, selectJobs } from '../../store/job-lists.ts'
import { selectJobIds } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import { readSetting, writeSetting } from '../../store/settings.ts'
import type { JobCreation, JobRequest } from '../api.ts'
import type { Passwords } from '../documents/passwords.ts'
import type { JobViews } from './job-views.ts'

/** Where a job comes from: the table of a document it tells, the story it tells again. */
export type Descent = Pick<CreateRequest, 'origin' | 'retells'>

const queuePausedKey = 'queue.paused'

export interface QueueServiceOptions {
  readonly library: Library
  readonly lifecycle: JobLifecycle
  readonly scheduler: Scheduler
  readonly files: StageFiles
  readonly watch: JobViews
  readonly passwords: Passwords
  /** Aborted when the engine closes: no job is made any more. */
  readonly closing: AbortSignal
}

export class QueueService {
  readonly #library: Library
  readonly #lifecycle: JobLifecycle
  readonly #scheduler: Scheduler
  readonly #files: StageFiles
  readonly #watch: JobViews
  readonly #passwords: Passwords
  readonly #closing: AbortSignal
  /** Files of cancelled documents on their way out: what is tried again waits for them. */
  readonly #removals = new Map<string, Promise<void>>()

  constructor(options: QueueServiceOptions) {
    this.#library = options.library
    this.#lifecycle = options.lifecycle
    this.#scheduler = options.scheduler
    this.#files = options.files
    this.#watch = options.watch
    this.#passwords = options.passwords
    this.#closing = options.closing
  }

  /** What is known of the tables of a job that runs; null of any other. */
  factsOf(id: string): FirstFacts | null {
    const facts = this.#scheduler.runOf(id)?.facts ?? null
    // A run winds down for a moment after its job has ended.
    return facts !== null && isActive(this.#watch.jobOf(id)) ? facts : null
  }

  list({ statuses, search = '', order, limit, offset }: CommandRequest<'jobs/list'>): CommandOutput<'jobs/list'> {
    return {
      jobs: this.#watch.views(selectJobs(this.#library, { statuses, search, order }, limit, offset)),
      total: countJobs(this.#library, { statuses, search }),
    }
  }

  create(source: ReadySource, request: JobRequest, descent?: Descent): JobCreation {
    const [creation] = this.createAll([source], request, descent)
    if (creation === undefined) throw new Error('A job was asked for and none was made')
    return creation
  }

  /** In one transaction: all of them or none. In the order given. */
  createAll(sources: readonly ReadySource[], request: JobRequest, descent: Descent = {}): JobCreation[] {
    if (this.#closing.aborted) throw new StoryglassError('internal', 'the engine is closing')
    const creations = this.#lifecycle.createAll(sources.map(creationOf(request, descent)))
    const { password } = request
    if (password !== undefined) for (const { id } of creations) this.#passwords.give(id, password)
    for (const { id, outcome } of creations) if (outcome === 'created') this.#watch.changed(id)
    const created = creations.map(({ id, ...creation }) => ({ job: this.#watch.jobOf(id), ...creation }))
    this.#scheduler.wake()
    return created
  }

  /** The record first, so that a cancel holds even if the process dies now; then the thread and the files. */
  async cancel(id: string): Promise<Job> {
    this.#watch.jobOf(id)
    if (this.#lifecycle.cancel(id)) this.#watch.settled(id)
    this.#passwords.forget(id)
    await this.#scheduler.stop(id, 'cancel')
    const job = this.#watch.jobOf(id)
    // What was read of a document that is not wanted is not kept; unless somebody wants it again already.
    if (job.pipeline === 'document' && job.status === 'cancelled') await this.#removeFiles(id)
    return this.#watch.jobOf(id)
  }

  async #removeFiles(id: string): Promise<void> {
    const removal = this.#files.removeJob(id).finally(() => this.#removals.delete(id))
    this.#removals.set(id, removal)
    await removal
  }

  async retry(id: string): Promise<Job> {
    // The run of a job just cancelled may still be winding down; it must not meet its successor.
    if (this.#watch.jobOf(id).canRetry) await this.#scheduler.settled(id)
    await this.#removals.get(id)?.catch(() => undefined)
    const queuedId = this.#lifecycle.retry(id)
    this.#watch.changed(queuedId)
    this.#scheduler.wake()
    return this.#watch.jobOf(queuedId)
  }

  /** Tries again with a password, held in memory until the job is over. A job that is not over is left as it is. */
  async unlock(id: string, password: string): Promise<Job> {
    const job = this.#watch.jobOf(id)
    if (!job.canRetry) return job
    this.#passwords.give(id, password)
    const retried = await this.retry(id)
    // Another job reads the same content meanwhile: this one stays over.
    if (retried.id !== id) this.#passwords.forget(id)
    return retried
  }

  async retryAllFailed(): Promise<Job[]> {
    const failed = selectJobIds(this.#library, 'failed')
    // One that has just failed may still be removing its files.
    await Promise.all(failed.map((id) => this.#scheduler.settled(id)))
    const queued = [...new Set(this.#lifecycle.retryAll(failed))]
    for (const id of queued) this.#watch.changed(id)
    this.#scheduler.wake()
    return queued.map((id) => this.#watch.jobOf(id))
  }

  setPriority(id: string, priority: JobPriority): Job {
    return this.#edited(id, () => this.#lifecycle.setPriority(id, priority))
  }

  /** A running job is stopped first; its own run gives it back held, so that no other claims it in between. */
  async pause(id: string): Promise<Job> {
    this.#watch.jobOf(id)
    await this.#scheduler.stop(id, 'pause')
    return this.#edited(id, () => this.#lifecycle.setPaused(id, true))
  }

  async resume(id: string): Promise<Job> {
    // A pause under way is let finish, or it would come after this and win.
    if (this.#scheduler.runOf(id)?.stopReason === 'pause') await this.#scheduler.settled(id)
    return this.#edited(id, () => this.#lifecycle.setPaused(id, false))
  }

  async runNext(id: string): Promise<Job> {
    if (this.#scheduler.runOf(id)?.stopReason === 'pause') await this.#scheduler.settled(id)
    return this.#edited(id, () => this.#lifecycle.moveToFront(id))
  }

  runAllNext(ids: readonly string[]): void {
    const moved = this.#library.transaction(() => [...ids].reverse().filter((id) => this.#lifecycle.moveToFront(id)))
    for (const id of moved) this.#watch.changed(id)
    this.#scheduler.wake()
  }

  state(): QueueState {
    const { queued, processing, failed } = countJobsByStatus(this.#library)
    return { paused: this.isPaused(), queued, processing, failed }
  }

  setPaused(paused: boolean): void {
    writeSetting(this.#library, queuePausedKey, paused)
    this.#scheduler.setPaused(paused)
    this.#watch.queueChanged()
  }

  isPaused(): boolean {
    return readSetting(this.#library, queuePausedKey) === true
  }

  #edited(id: string, edit: () => boolean): Job {
    const before = this.#watch.jobOf(id)
    if (!edit()) return before
    this.#watch.changed(id)
    this.#scheduler.wake()
    return this.#watch.jobOf(id)
  }
}

function creationOf(request: JobRequest, descent: Descent): (source: ReadySource) => CreateRequest {
  const options = canonicalOptions(request.options ?? {})
  const key = optionsKey(options)
  return (source) => ({
    source: {
      sha256: source.sha256,
      name: source.name,
      path: source.path,
      bytes: source.bytes,
      modified_at: source.modifiedAtMs,
      owned: source.owned ? 1 : 0,
    },
    pipeline: request.pipeline ?? pipelineOfName(source.name),
    isWanted: request.pipeline !== undefined,
    ...descent,
    options,
    optionsKey: key,
    priority: request.priority ?? 'normal',
  })
}
