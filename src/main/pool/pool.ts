/**
 * Processes for stages and, apart from them, for short tasks, behind the interface of `work.ts`: the one place where
 * it is decided what work on a stranger's file may take, and where it is ended when it takes more.
 */
import path from 'node:path'
import type { WorkerResult } from '../../shared/contract/worker.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import { boundsOf } from './bounds.ts'
import type { HostSlot } from './host-slot.ts'
import { forkHost } from './hosts/fork-host.ts'
import type { LaunchHost } from './hosts/host-process.ts'
import { Lane, type LaneOptions } from './lane.ts'
import { hostsShare, judgeMemory } from './memory-ledger.ts'
import { PendingRun } from './pending-run.ts'
import type { RunOptions, WorkerPool } from './work.ts'

export interface WorkerPoolOptions {
  /** Absolute path of the workers' entry: built JavaScript, or TypeScript that Node strips by itself. */
  readonly workerFile: string
  readonly stageThreads: number
  readonly taskThreads: number
  /** V8 heap of the thread in each process; see `bounds.ts` for all its memory. */
  readonly heapMegabytes: number
  /** The language failures and the work's own sentences are written in. */
  readonly texts: Texts
  /** How processes are started; by default as Node's own. */
  readonly launchHost?: LaunchHost
  /** Overrules how long reading a file may go without a sign of life. */
  readonly silenceMs?: number
}

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const pool = new HostPool(options)
  return {
    runStage: (name, input, runOptions = {}) => pool.run('stages', name, input, runOptions),
    runTask: (name, input, runOptions = {}) => pool.run(runOptions.lane ?? 'tasks', name, input, runOptions),
    prepare: () => pool.lanes.stages.keepOne(),
    close: async () => {
      await Promise.all([pool.lanes.stages.close(), pool.lanes.tasks.close()])
    },
  }
}

class HostPool {
  readonly lanes: { readonly stages: Lane; readonly tasks: Lane }
  readonly #options: WorkerPoolOptions
  #runs = 0

  constructor(options: WorkerPoolOptions) {
    this.#options = options
    const { workerFile, heapMegabytes, texts, launchHost = forkHost } = options
    const lane: Omit<LaneOptions, 'most'> = {
      launchHost,
      launch: { file: hostFileFor(workerFile), arguments: [workerFile, String(heapMegabytes)] },
      texts,
      shareOf: ({ bounds }) => hostsShare(bounds.memoryBytes, process.memoryUsage.rss()),
      onMeasured: (slot) => this.#judge(slot),
    }
    this.lanes = {
      stages: new Lane({ ...lane, most: options.stageThreads }),
      tasks: new Lane({ ...lane, most: options.taskThreads }),
    }
  }

  run(lane: 'stages' | 'tasks', name: string, input: object, options: RunOptions): Promise<WorkerResult<unknown>> {
    this.#runs += 1
    const { silenceMs } = this.#options
    const bounds = boundsOf(name, input, silenceMs === undefined ? {} : { silenceMs })
    return this.lanes[lane].run(new PendingRun(this.#runs, name, input, bounds, options))
  }

  #judge(grown: HostSlot): void {
    const slots = [...this.lanes.stages.slots, ...this.lanes.tasks.slots]
    const verdict = judgeMemory(slots, grown, process.memoryUsage.rss())
    switch (verdict.is) {
      case 'within':
        return
      case 'crowded':
        for (const slot of verdict.idle) void slot.kill()
        return
      case 'over': {
        const [taken, share] = [verdict.takenBytes, verdict.shareBytes].map((bytes) => Math.round(bytes / 1024 ** 2))
        verdict.host.endRun('too_much_memory', `its processes took ${taken} MB, and ${share} MB are what they may`)
      }
    }
  }
}

/** From the sources, the source; of a build, what lies beside the workers' entry. */
function hostFileFor(workerFile: string): string {
  return import.meta.filename.endsWith('.ts')
    ? path.join(import.meta.dirname, 'host/index.ts')
    : path.join(path.dirname(workerFile), `host${path.extname(workerFile)}`)
}
