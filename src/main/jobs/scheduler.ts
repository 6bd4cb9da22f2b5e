/**
 * Which job runs when: our own queue in front of the threads, because Piscina's knows neither priorities nor cancels
 * (see docs of `pool/`). At most `concurrency` jobs run; a huge source does not run beside another huge one.
 */
import type { Claim, JobRow } from '../store/jobs.ts'
import { selectNextDueAt } from '../store/jobs.ts'
import { longestDelayMs } from './backoff.ts'
import type { JobResult } from './result.ts'
import { JobRun } from './run.ts'
import type { RunEnd, RunServices, StopReason } from './run-services.ts'

export interface SchedulerOptions {
  readonly services: RunServices
  readonly concurrency: number
  /** Threads for stages: a document shares its pages over those that no other job needs. */
  readonly threads: number
  /** What the threads that read pages may take of the memory. */
  readonly pageMemoryBytes: number
  /** Sources of at least this many bytes run one at a time. */
  readonly hugeBytes: number
  /** Milliseconds since 1970. */
  readonly clock: () => number
  /** The job's state will not change by itself any more, or for a while. Never throws. */
  readonly onSettled: (jobId: string) => void
}

interface ActiveRun {
  readonly run: JobRun
  readonly ended: Promise<void>
}

/** How long to wait before a change that the library refused (disk full, busy) is tried again. */
const recordRetryMs = 1_000
/** What a thread takes that reads pages of a small file. */
const threadBytes = 200_000_000
const largestAny = Number.MAX_SAFE_INTEGER

export class Scheduler {
  readonly #options: SchedulerOptions
  /** By claim: a job taken back and claimed again may have its old run winding down beside the new one. */
  readonly #active = new Map<string, ActiveRun>()
  #state: 'idle' | 'open' | 'closing' = 'idle'
  #paused = false
  #timer: NodeJS.Timeout | null = null

  constructor(options: SchedulerOptions) {
    this.#options = options
  }

  open(paused: boolean): void {
    this.#state = 'open'
    this.#paused = paused
    this.wake()
  }

  /** While paused, running jobs go on and none is begun. */
  setPaused(paused: boolean): void {
    this.#paused = paused
    this.wake()
  }

  /** Something may have become due, or a place free. */
  wake(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#state !== 'open' || this.#paused) return
    try {
      while (this.#active.size < this.#options.concurrency) {
        const job = this.#options.services.lifecycle.claim(this.#largestBytes())
        if (job === null) break
        this.#begin(job)
      }
      this.#wakeWhenDue()
    } catch (error) {
      this.#options.services.logger.error('The queue could not be read; it will be tried again', {
        error: String(error),
      })
      this.#wakeIn(recordRetryMs)
    }
  }

  /**
   * How many threads each document that is being read may keep busy now: what other jobs leave, in equal parts, and no
   * more than there is memory for, since each thread holds the file.
   */
  pageThreads(bytes: number): number {
    let documents = 0
    for (const { run } of this.#active.values()) if (run.readsPages) documents += 1
    const others = this.#active.size - documents
    const share = Math.floor((this.#options.threads - others) / Math.max(1, documents))
    const affordable = Math.floor(this.#options.pageMemoryBytes / Math.max(1, documents) / (threadBytes + 2 * bytes))
    return Math.max(1, Math.min(share, affordable))
  }

  runOf(jobId: string): JobRun | null {
    for (const { run } of this.#active.values()) if (run.job.id === jobId) return run
    return null
  }

  /** Stops the job's run, if it has one, and settles when its thread is free and its unfinished files are gone. */
  async stop(jobId: string, reason: StopReason): Promise<void> {
    for (const { run } of this.#active.values()) if (run.job.id === jobId) run.stop(reason)
    await this.settled(jobId)
  }

  /** Settles when no run of the job is left, without stopping any. */
  async settled(jobId: string): Promise<void> {
    const runs = [...this.#active.values()].filter(({ run }) => run.job.id === jobId)
    await Promise.all(runs.map(({ ended }) => ended))
  }

  /** No more jobs are begun; running ones are stopped and go back into the queue. */
  async close(): Promise<void> {
    this.#state = 'closing'
    if (this.#timer !== null) clearTimeout(this.#timer)
    const runs = [...this.#active.values()]
    for (const { run } of runs) run.stop('shutdown')
    await Promise.all(runs.map(({ ended }) => ended))
  }

  #begin(job: JobRow): void {
    const run = new JobRun(job, this.#options.services)
    const key = claimKey(job)
    const ended = this.#execute(run).then(() => {
      this.#active.delete(key)
      this.#options.onSettled(job.id)
      this.wake()
    })
    this.#active.set(key, { run, ended })
    this.#options.services.onChanged(job.id)
  }

  async #execute(run: JobRun): Promise<void> {
    const end = await run.run()
    for (;;) {
      try {
        this.#record(run, end)
        break
      } catch (error) {
        // Nothing is lost while it waits: the job stays `processing`, and a restart would put it back.
        this.#options.services.logger.error('The end of a job could not be recorded; it will be tried again', {
          job: run.job.id,
          error: String(error),
        })
        if (this.#state === 'closing') return
        await new Promise((resolve) => setTimeout(resolve, recordRetryMs))
      }
    }
    if (end.end === 'completed') await this.#tidy(run.job, end.result)
  }

  #record(run: JobRun, end: RunEnd): void {
    const { lifecycle, onResult, logger } = this.#options.services
    switch (end.end) {
      case 'completed':
        if (lifecycle.complete(run.job, end.result, run.job.options_key)) onResult(end.result, run.job.id)
        return
      case 'failed':
        if (end.failure.reason === 'internal') {
          logger.error('A job failed for a fault of ours', { job: run.job.id, detail: end.failure.detail })
        }
        lifecycle.fail(run.job, end.failure, run.kind, run.stopReason === 'pause')
        return
      case 'stopped':
        if (run.stopReason !== 'cancel') lifecycle.yield(run.job, run.stopReason === 'pause')
        return
      case 'not_owner':
        return
    }
  }

  /**
   * The stages' results are in the library now; only tables and what a document is shown with stay. What cannot be
   * removed is collected at a start.
   */
  async #tidy(job: JobRow, result: JobResult): Promise<void> {
    const { files, logger } = this.#options.services
    try {
      if (result.kind === 'story') await files.keepTables(job.id)
      else await files.keepReading(job.id)
    } catch (error) {
      logger.warn('Files of a finished job could not be removed', { job: job.id, error: String(error) })
    }
  }

  #largestBytes(): number {
    const { hugeBytes } = this.#options
    for (const { run } of this.#active.values()) if (run.job.source_bytes >= hugeBytes) return hugeBytes - 1
    return largestAny
  }

  #wakeWhenDue(): void {
    if (this.#active.size >= this.#options.concurrency) return
    const dueAt = selectNextDueAt(this.#options.services.library)
    if (dueAt === null) return
    // Looked at again within the longest delay at the latest, so that a changed clock cannot put it off.
    this.#wakeIn(Math.min(longestDelayMs, Math.max(1, dueAt - this.#options.clock())))
  }

  #wakeIn(delayMs: number): void {
    if (this.#state !== 'open') return
    this.#timer = setTimeout(() => this.wake(), delayMs)
  }
}

function claimKey(owner: Claim): string {
  return `${owner.id}#${owner.claim}`
}
