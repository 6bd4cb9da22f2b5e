/** Worker threads for stages and, apart from them, for short tasks: Piscina behind the interface of `work.ts`. */
import { Piscina } from 'piscina'
import type { Texts } from '../../shared/texts/texts.ts'
import { type ActiveRun, startRun } from './run.ts'
import type { RunOptions, WorkerPool } from './work.ts'

export interface WorkerPoolOptions {
  /** Absolute path of the workers' entry: built JavaScript, or TypeScript that Node strips by itself. */
  readonly workerFile: string
  readonly stageThreads: number
  readonly taskThreads: number
  /** V8 heap of one thread; native memory (DuckDB's) is limited by the work itself. */
  readonly heapMegabytes: number
  /** The language failures and the work's own sentences are written in. */
  readonly texts: Texts
}

const idleTimeoutMs = 45_000
/** Of a thread's heap. Node 24's own default is eight times this: two threads that draw pages fill it, for no gain in time. */
const youngGenerationMegabytes = 24

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const stages = new Lane(options, options.stageThreads)
  const tasks = new Lane(options, options.taskThreads)
  return {
    runStage: (name, input, runOptions = {}) => stages.run(name, input, runOptions),
    runTask: (name, input, runOptions = {}) =>
      (runOptions.lane === 'stages' ? stages : tasks).run(name, input, runOptions),
    close: async () => {
      await Promise.all([stages.close(), tasks.close()])
    },
  }
}

/** One Piscina pool with what runs on it. */
class Lane {
  readonly #piscina: Piscina
  readonly #texts: Texts
  readonly #active = new Set<ActiveRun>()

  constructor(options: WorkerPoolOptions, threads: number) {
    this.#texts = options.texts
    this.#piscina = new Piscina({
      filename: options.workerFile,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: idleTimeoutMs,
      // The default blocks a waiting thread so hard that its ports and timers stand still between tasks.
      atomics: 'disabled',
      execArgv: [],
      recordTiming: false,
      resourceLimits: {
        maxOldGenerationSizeMb: options.heapMegabytes,
        maxYoungGenerationSizeMb: youngGenerationMegabytes,
      },
    })
    // A thread that ends without a task on it failed while loading: what waits for it would wait for ever.
    this.#piscina.on('error', (error: Error) => {
      for (const run of this.#active) run.abandonUnstarted(error)
    })
  }

  async run(name: string, input: object, options: RunOptions): Promise<Awaited<ActiveRun['finished']>> {
    const run = startRun(this.#piscina, this.#texts, name, input, options)
    this.#active.add(run)
    try {
      return await run.finished
    } finally {
      this.#active.delete(run)
    }
  }

  async close(): Promise<void> {
    const runs = [...this.#active]
    for (const run of runs) run.cancel()
    await Promise.all(runs.map((run) => run.finished))
    await this.#piscina.destroy()
  }
}
