/** A program of ours whose closing hangs while DuckDB works in a thread. Arguments: data folder, file to tell. */
import { writeSync } from 'node:fs'
import { listenForStop } from '../../../src/cli/stop-signals.ts'
import { createEngine } from '../../../src/main/engine.ts'
import { fakeWorkerFile } from '../engine/worker-files.ts'

const [dataDir = '', file = ''] = process.argv.slice(2)
const engine = createEngine({ dataDir, workerFile: fakeWorkerFile, samplesDir: null, version: '0.0.0' })
const signals = listenForStop()
engine.subscribe((event) => {
  if (event.name === 'job/changed' && event.payload.job.stage === 'analyze') writeSync(1, 'working\n')
})
await engine.start()
await engine.jobs.createFromPath(file)
await signals.stopped
writeSync(1, 'stopping\n')
setInterval(() => undefined, 60_000)
