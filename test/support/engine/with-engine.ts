/** An engine on a data folder of its own, with the fake worker, closed and removed when the test is over. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createEngine, type Engine, type EngineOptions } from '../../../src/main/engine.ts'
import type { EngineEvent } from '../../../src/shared/contract/events.ts'
import type { Job } from '../../../src/shared/job/job.ts'
import type { Script } from './fake-worker.ts'
import { fakeWorkerFile } from './worker-files.ts'

export interface Bench {
  readonly folder: string
  readonly dataDir: string
  readonly engine: Engine
  readonly events: EngineEvent[]
  /** A source whose stages do what `script` says. */
  script(name: string, script: Script): Promise<string>
  /** Closes this engine and opens another on the same data folder. */
  restart(options?: Partial<EngineOptions>): Promise<Bench>
}

export async function withFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'storyglass-test-')))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function withEngine<Result>(
  work: (bench: Bench) => Promise<Result>,
  options: Partial<EngineOptions> = {},
): Promise<Result> {
  return withFolder(async (folder) => {
    const open: Engine[] = []
    try {
      return await work(await openBench(folder, options, open))
    } finally {
      for (const engine of open) await engine.close()
    }
  })
}

async function openBench(folder: string, options: Partial<EngineOptions>, open: Engine[]): Promise<Bench> {
  const dataDir = path.join(folder, 'data')
  const engine = createEngine({ dataDir, workerFile: fakeWorkerFile, samplesDir: null, version: '0.0.0', ...options })
  open.push(engine)
  const events: EngineEvent[] = []
  engine.subscribe((event) => events.push(event))
  await engine.start()
  return {
    folder,
    dataDir,
    engine,
    events,
    script: async (name, script) => {
      const file = path.join(folder, name)
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify({ title: `Story of ${name}`, ...script }))
      return file
    },
    restart: async (changed = {}) => {
      await engine.close()
      return openBench(folder, { ...options, ...changed }, open)
    },
  }
}

/** Settles with the first state of the job that `condition` holds for. */
export function jobWhen(engine: Engine, id: string, condition: (job: Job) => boolean): Promise<Job> {
  return new Promise((resolve, reject) => {
    const unsubscribe = engine.subscribe((event) => {
      if (event.name !== 'job/changed' || event.payload.job.id !== id || !condition(event.payload.job)) return
      unsubscribe()
      resolve(event.payload.job)
    })
    engine.handlers['jobs/get']({ id }).then(({ job }) => {
      if (!condition(job)) return
      unsubscribe()
      resolve(job)
    }, reject)
  })
}
