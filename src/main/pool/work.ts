/** What the engine asks of its workers, as seen by its callers; `pool.ts` does it, with processes of their own. */
import type { StageMap } from '../../shared/contract/stages.ts'
import type { TaskMap } from '../../shared/contract/tasks.ts'
import type { WorkerResult } from '../../shared/contract/worker.ts'
import type { Progress } from '../../shared/job/stage.ts'
import type { FirstFacts } from '../../shared/story/first-facts.ts'

export interface RunOptions {
  /** A worker has begun the work; until then it waited for one. */
  readonly onStarted?: () => void
  readonly onProgress?: (progress: Progress) => void
  /** What is known of the tables the work reads, while it goes on. */
  readonly onFacts?: (facts: FirstFacts) => void
  /** Aborted to cancel. The run then ends, `cancelled`, once its worker is free: that is when the promise settles. */
  readonly signal?: AbortSignal
}

/** A run never rejects for what the work does: it ends in a tagged result, also where it took more than it may. */
export interface WorkerPool {
  runStage<Name extends keyof StageMap>(
    name: Name,
    input: StageMap[Name]['input'],
    options?: RunOptions,
  ): Promise<WorkerResult<unknown>>
  /** Runs beside the stages, on workers of its own, so that reading never waits behind a job; see `lane`. */
  runTask<Name extends keyof TaskMap>(
    name: Name,
    input: TaskMap[Name]['input'],
    options?: RunOptions & {
      /** `stages` for a task that is part of a job and runs in its place. */
      readonly lane?: 'stages' | 'tasks'
    },
  ): Promise<WorkerResult<unknown>>
  /** Work is about to come: a process for it is started, and one is kept from now on. */
  prepare(): void
  /** Cancels what runs, and ends the processes once it has stopped. */
  close(): Promise<void>
}
