/** From a cancel asked for to the thread free and the unfinished files gone, by what the thread was doing. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createEngine, type Engine } from '../../../src/main/engine.ts'
import type { Script, Step } from '../../support/engine/fake-worker.ts'
import { jobWhen } from '../../support/engine/with-engine.ts'
import { fakeWorkerFile, realWorkerFile } from '../../support/engine/worker-files.ts'
import { type Figure, percentile } from './report.ts'

const settleMs = 60

export interface CancelFiles {
  /** A path to a source with this script. */
  readonly script: (name: string, script: Script) => Promise<string>
  /** A real table, large enough that no stage of it is over at once. */
  readonly table: string
}

const kinds: readonly { readonly what: string; readonly step: Step; readonly aim: string; readonly aimMs: number }[] = [
  { what: 'a DuckDB query', step: { do: 'query' }, aim: 'aim p99 500 ms', aimMs: 500 },
  { what: 'JavaScript that yields', step: { do: 'work', ms: 600_000 }, aim: 'aim p99 1,200 ms', aimMs: 1_200 },
  { what: 'JavaScript that never yields', step: { do: 'spin' }, aim: 'aim p99 1,200 ms', aimMs: 1_200 },
]

export async function benchCancel(folder: string, files: CancelFiles, cancels: number): Promise<Figure[]> {
  const figures: Figure[] = []
  const fake = open(folder, fakeWorkerFile)
  await fake.start()
  for (const { what, step, aim } of kinds) {
    const elapsedMs: number[] = []
    for (let round = 0; round < cancels; round += 1) {
      const file = await files.script(`${what} ${round}.csv`, { analyze: step })
      const { job } = await fake.jobs.createFromPath(file)
      await jobWhen(fake, job.id, (state) => state.stage === 'analyze')
      await sleep(settleMs + (round % 10))
      elapsedMs.push(await cancelTime(fake, job.id))
    }
    figures.push({ what: `cancel in ${what}: p50, p99 of ${cancels}`, value: spread(elapsedMs), aim })
  }
  await fake.close()
  const real = open(folder, await realWorkerFile())
  await real.start()
  const elapsedMs: number[] = []
  const stages = new Map<string, number>()
  for (let round = 0; round < cancels; round += 1) {
    const { job } = await real.jobs.createFromPath(files.table)
    await jobWhen(real, job.id, (state) => state.status === 'processing')
    // Spread over all stages of the job, evenly.
    await sleep((round * 7_919) % 6_000)
    const before = (await real.handlers['jobs/get']({ id: job.id })).job
    if (before.status !== 'processing') continue
    elapsedMs.push(await cancelTime(real, job.id))
    stages.set(before.stage ?? 'none', (stages.get(before.stage ?? 'none') ?? 0) + 1)
  }
  await real.close()
  const where = [...stages].map(([stage, count]) => `${count} in ${stage}`).join(', ')
  figures.push({ what: `cancel of a real job (${where}): p50, p99`, value: spread(elapsedMs), aim: 'aim p99 1,200 ms' })
  return figures
}

function open(folder: string, workerFile: string): Engine {
  const dataDir = `${folder}/cancel-${workerFile === fakeWorkerFile ? 'fake' : 'real'}`
  return createEngine({ dataDir, workerFile, samplesDir: null, version: '0.0.0', concurrency: 1 })
}

async function cancelTime(engine: Engine, id: string): Promise<number> {
  const began = performance.now()
  const { job } = await engine.handlers['jobs/cancel']({ id })
  if (job.status !== 'cancelled') throw new Error(`a cancelled job is ${job.status}`)
  return performance.now() - began
}

function spread(elapsedMs: readonly number[]): string {
  return `${percentile(elapsedMs, 0.5).toFixed(0)}, ${percentile(elapsedMs, 0.99).toFixed(0)} ms`
}
