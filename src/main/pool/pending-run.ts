/** A run that was asked for, from then on until its result. */
import type { FromWorker, WorkerResult } from '../../shared/contract/worker.ts'
import { type Bounds, boundsWithColumns } from './bounds.ts'
import type { RunOptions } from './work.ts'

export class PendingRun {
  readonly name: string
  readonly input: object
  /** Runs of one key share the memory their source is given. */
  readonly sourceKey: string
  /** Where it writes; null for no folder of its own. */
  readonly folder: string | null
  /** Set by the host it is on. */
  onCancel: (() => void) | null = null
  memoryBytes = 0
  readonly #options: RunOptions
  #bounds: Bounds
  readonly #result = Promise.withResolvers<WorkerResult<unknown>>()
  readonly #cancel = (): void => this.cancel()
  #isCancelled = false

  constructor(id: number, name: string, input: object, bounds: Bounds, options: RunOptions) {
    this.name = name
    this.input = input
    this.#bounds = bounds
    this.#options = options
    const { source, outputDir } = input as { source?: { path?: unknown }; outputDir?: unknown }
    this.sourceKey = typeof source?.path === 'string' ? source.path : `run ${id}`
    this.folder = typeof outputDir === 'string' ? outputDir : null
    if (options.signal?.aborted) this.#isCancelled = true
    else options.signal?.addEventListener('abort', this.#cancel, { once: true })
  }

  get bounds(): Bounds {
    return this.#bounds
  }

  /** Settles when the work is over and its host free. */
  get finished(): Promise<WorkerResult<unknown>> {
    return this.#result.promise
  }

  get isCancelled(): boolean {
    return this.#isCancelled
  }

  cancel(): void {
    if (this.#isCancelled) return
    this.#isCancelled = true
    this.onCancel?.()
  }

  tell(told: FromWorker): void {
    if (told.type === 'facts') {
      const columns = told.facts.tables.reduce((sum, table) => sum + table.columns, 0)
      this.#bounds = boundsWithColumns(this.#bounds, columns)
    }
    if (this.#isCancelled) return
    switch (told.type) {
      case 'started':
        this.#options.onStarted?.()
        return
      case 'progress':
        this.#options.onProgress?.(told.progress)
        return
      case 'facts':
        this.#options.onFacts?.(told.facts)
        return
    }
  }

  /** A cancel that came too late to stop the work still means that nobody wants its result. */
  settle(result: WorkerResult<unknown>): void {
    this.#options.signal?.removeEventListener('abort', this.#cancel)
    this.#result.resolve(this.#isCancelled ? { outcome: 'cancelled' } : result)
  }
}
