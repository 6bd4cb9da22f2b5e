/** Jobs as they look now, and the announcement of their changes. */
import type { Unsubscribe } from '../../../shared/contract/bridge.ts'
import type { EngineEvent } from '../../../shared/contract/events.ts'
import { CancelledError, StoryglassError } from '../../../shared/failure/failure.ts'
import { activeStatuses, type Job, type JobStatus } from '../../../shared/job/job.ts'
import type { QueueState } from '../../../shared/job/queue.ts'
import { Announcer } from '../../jobs/announcer.ts'
import type { Logger } from '../../jobs/logger.ts'
import { type LiveProgress, toJob } from '../../jobs/view.ts'
import { selectDocumentSummary } from '../../store/documents.ts'
import { selectJobStages, selectStagesOfJobs } from '../../store/job-stages.ts'
import { type JobRow, selectJob } from '../../store/jobs.ts'
import type { Library } from '../../store/library.ts'
import { selectStorySummary } from '../../store/stories.ts'

const eventIntervalMs = 100
const queueEventIntervalMs = 250

interface Waiter {
  readonly resolve: (job: Job) => void
  readonly reject: (error: Error) => void
}

export interface JobWatchOptions {
  readonly library: Library
  /** What the job's run knows beyond its record; null when it does not run. */
  readonly liveOf: (jobId: string) => LiveProgress | null
  readonly queueState: () => QueueState
  readonly logger: Logger
}

export class JobViews {
  readonly #library: Library
  readonly #liveOf: (jobId: string) => LiveProgress | null
  readonly #queueState: () => QueueState
  readonly #logger: Logger
  readonly #announcer: Announcer
  readonly #queueAnnouncer: Announcer
  #announcedQueue = ''
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  readonly #waiters = new Map<string, Set<Waiter>>()

  constructor({ library, liveOf, queueState, logger }: JobWatchOptions) {
    this.#library = library
    this.#liveOf = liveOf
    this.#queueState = queueState
    this.#logger = logger
    this.#announcer = new Announcer((jobId) => this.#safely(() => this.#announce(jobId)), eventIntervalMs)
    this.#queueAnnouncer = new Announcer(() => this.#safely(() => this.#announceQueue()), queueEventIntervalMs)
  }

  view(row: JobRow): Job {
    return toJob(row, selectJobStages(this.#library, row.id), this.#liveOf(row.id))
  }

  /** The same of many, their stages read at once. */
  views(rows: readonly JobRow[]): Job[] {
    const ids = rows.map((row) => row.id)
    const stages = Map.groupBy(selectStagesOfJobs(this.#library, ids), (stage) => stage.job_id)
    return rows.map((row) => toJob(row, stages.get(row.id) ?? [], this.#liveOf(row.id)))
  }

  /** Throws `no_such_job`. */
  jobOf(id: string): Job {
    const job = this.#jobOrNull(id)
    if (job === null) throw new StoryglassError('no_such_job', id)
    return job
  }

  #jobOrNull(id: string): Job | null {
    const row = selectJob(this.#library, id)
    return row === null ? null : this.view(row)
  }

  subscribe(listener: (event: EngineEvent) => void): Unsubscribe {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A listener that throws is its own fault: the others and the engine go on. */
  emit(event: EngineEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event)
      } catch (error) {
        this.#logger.error('A listener failed', { event: event.name, error: String(error) })
      }
    }
  }

  changed(jobId: string): void {
    this.#announcer.changed(jobId)
  }

  settled(jobId: string): void {
    this.#announcer.settled(jobId)
  }

  /** The numbers or the pause of the queue may have changed: announced at most four times a second, the last state always. */
  queueChanged(): void {
    this.#queueAnnouncer.changed('queue')
  }

  async whenOver(id: string): Promise<Job> {
    const job = this.jobOf(id)
    if (isOver(job.status)) return job
    return new Promise((resolve, reject) => {
      const waiters = this.#waiters.get(id) ?? new Set()
      this.#waiters.set(id, waiters.add({ resolve, reject }))
    })
  }

  close(): void {
    this.#announcer.close()
    this.#queueAnnouncer.close()
    this.#listeners.clear()
    for (const waiters of this.#waiters.values()) for (const waiter of waiters) waiter.reject(new CancelledError())
    this.#waiters.clear()
  }

  /** Tells of a saved story. */
  storySaved(id: string): void {
    this.#safely(() => {
      const story = selectStorySummary(this.#library, id)
      if (story !== null) this.emit({ name: 'story/saved', payload: { story } })
    })
  }

  /** Tells of a document that is in the library now. */
  documentSaved(id: string): void {
    this.#safely(() => {
      const document = selectDocumentSummary(this.#library, id)
      if (document !== null) this.emit({ name: 'document/saved', payload: { document } })
    })
  }

  /** Telling reads the library, which may be busy; that must stop neither the queue nor the process. */
  #safely(announce: () => void): void {
    try {
      announce()
    } catch (error) {
      this.#logger.error('A change could not be announced', { error: String(error) })
    }
  }

  #announceQueue(): void {
    if (this.#listeners.size === 0) return
    const state = this.#queueState()
    const text = JSON.stringify(state)
    if (text === this.#announcedQueue) return
    this.#announcedQueue = text
    this.emit({ name: 'queue/changed', payload: state })
  }

  #announce(jobId: string): void {
    if (this.#listeners.size === 0 && !this.#waiters.has(jobId)) return
    const job = this.#jobOrNull(jobId)
    if (job === null) return
    this.emit({ name: 'job/changed', payload: { job } })
    if (!isOver(job.status)) return
    const waiters = this.#waiters.get(jobId)
    this.#waiters.delete(jobId)
    for (const waiter of waiters ?? []) waiter.resolve(job)
  }
}

function isOver(status: JobStatus): boolean {
  return !(activeStatuses as readonly JobStatus[]).includes(status)
}
