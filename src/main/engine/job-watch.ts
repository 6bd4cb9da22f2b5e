/** Jobs as they look now, and telling of their changes. */
import type { Unsubscribe } from '../../shared/contract/bridge.ts'
import type { EngineEvent } from '../../shared/contract/events.ts'
import { CancelledError, StoryglassError } from '../../shared/failure/failure.ts'
import { activeStatuses, type Job, type JobStatus } from '../../shared/job/job.ts'
import { Announcer } from '../jobs/announcer.ts'
import type { Logger } from '../jobs/logger.ts'
import { type LiveProgress, toJob } from '../jobs/view.ts'
import { selectJobStages } from '../store/job-stages.ts'
import { type JobRow, selectJob } from '../store/jobs.ts'
import type { Library } from '../store/library.ts'

const eventIntervalMs = 100

interface Waiter {
  readonly resolve: (job: Job) => void
  readonly reject: (error: Error) => void
}

export class JobWatch {
  readonly #library: Library
  readonly #liveOf: (jobId: string) => LiveProgress | null
  readonly #logger: Logger
  readonly #announcer: Announcer
  readonly #listeners = new Set<(event: EngineEvent) => void>()
  readonly #waiters = new Map<string, Set<Waiter>>()

  constructor(library: Library, liveOf: (jobId: string) => LiveProgress | null, logger: Logger) {
    this.#library = library
    this.#liveOf = liveOf
    this.#logger = logger
    this.#announcer = new Announcer((jobId) => this.#tell(jobId), eventIntervalMs)
  }

  view(row: JobRow): Job {
    return toJob(row, selectJobStages(this.#library, row.id), this.#liveOf(row.id))
  }

  /** Throws `no_such_job`. */
  jobOf(id: string): Job {
    const row = selectJob(this.#library, id)
    if (row === null) throw new StoryglassError('no_such_job', id)
    return this.view(row)
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
    this.#listeners.clear()
    for (const waiters of this.#waiters.values()) for (const waiter of waiters) waiter.reject(new CancelledError())
    this.#waiters.clear()
  }

  #tell(jobId: string): void {
    const row = selectJob(this.#library, jobId)
    if (row === null) return
    const job = this.view(row)
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
