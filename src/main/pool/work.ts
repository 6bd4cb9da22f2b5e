/** What the engine asks of worker threads, as seen by its callers; `pool.ts` does it with Piscina. */
import type { StageMap } from '../../shared/contract/stages.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkerResult } from '../../shared/contract/worker.ts'
import type { Progress } from '../../shared/job/stage.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'

export interface RunOptions {
  /** A thread has begun the work; until then it waited for one. */
  readonly onStarted?: () => void
  readonly onProgress?: (progress: Progress) => void
  /** What is known of the tables the work reads, while it goes on. */
  readonly onFacts?: (facts: FirstFacts) => void
  /** Aborted to cancel. The run then ends, `cancelled`, once its thread is free: that is when the promise settles. */
  readonly signal?: AbortSignal
}

/** A run never rejects for what the work does: it ends in a tagged result. */
export interface WorkerPool {
  runStage<Name extends keyof StageMap>(
    name: Name,
    input: StageMap[Name]['input'],
    options?: RunOptions,
  ): Promise<WorkerResult<unknown>>
  /** Runs beside the stages, on threads of its own, so that reading never waits behind a job; see `lane`. */
  runTask<Name extends keyof TaskMap>(
    name: Name,
    input: TaskMap[Name]['input'],
    options?: RunOptions & {
      /** `stages` for a task that is part of a job and runs in its place. */
      readonly lane?: 'stages' | 'tasks'
    },
  ): Promise<WorkerResult<unknown>>
  /** Cancels what runs, waits until no thread is busy in native code, then ends the threads. */
  close(): Promise<void>
}
