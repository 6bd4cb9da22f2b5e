/** How many reports of a stage the engine takes in a second, and how few of them a window is told. */
import { createEngine } from '../../../src/main/engine.ts'
import type { Script } from '../../support/engine/fake-worker.ts'
import { fakeWorkerFile } from '../../support/engine/worker-files.ts'
import type { Figure } from './report.ts'

const reports = 100_000

export async function benchEvents(
  folder: string,
  script: (name: string, script: Script) => Promise<string>,
): Promise<Figure[]> {
  const engine = createEngine({
    dataDir: `${folder}/events`,
    workerFile: fakeWorkerFile,
    samplesDir: null,
    version: '0.0.0',
    concurrency: 1,
  })
  await engine.start()
  let told = 0
  let last = 0
  engine.subscribe((event) => {
    if (event.name !== 'job/changed' || event.payload.job.units?.unit !== 'reports') return
    told += 1
    last = Math.max(last, event.payload.job.units.done)
  })
  const { job } = await engine.jobs.createFromPath(
    await script('flood.csv', { analyze: { do: 'report', times: reports } }),
  )
  const done = await engine.jobs.whenOver(job.id)
  await engine.close()
  if (done.status !== 'completed') throw new Error(`the job that reports is ${done.status}: ${done.failure?.detail}`)
  const seconds = (done.stages.find((stage) => stage.name === 'analyze')?.elapsedMs ?? 0) / 1_000
  return [
    { what: `reports of a stage taken in, of ${reports}`, value: `${Math.round(reports / seconds)} a second` },
    { what: 'events told of them', value: `${(told / seconds).toFixed(1)} a second`, aim: 'at most 10 a second a job' },
  ]
}
