/**
 * A process that runs real jobs and kills itself at a named point: SIGKILL, so that nothing is tidied up. Arguments:
 * data folder, the point (`none` to run to the end; `document:page@5` when it comes there for the fifth time), then the
 * files to tell. Prints `acknowledged ID` for each job made
 * and `over ID STATUS` for each that ended; a job acknowledged must never be lost.
 */
import { writeSync } from 'node:fs'
import { createEngine } from '../../../src/main/engine.ts'
import { fakeWorkerFile } from './worker-files.ts'

const [dataDir = '', armed = 'none', ...files] = process.argv.slice(2)
const [point, hit = '1'] = armed.split('@')
let hits = 0

/** Synchronous: what was said is out before the process can die. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const engine = createEngine({
  dataDir,
  workerFile: fakeWorkerFile,
  samplesDir: null,
  version: '0.0.0',
  atFaultPoint: (reached) => {
    if (reached !== point) return
    hits += 1
    if (hits === Number(hit)) process.kill(process.pid, 'SIGKILL')
  },
})
const startedAtMs = performance.now()
await engine.start()
say(`started ${Math.round(performance.now() - startedAtMs)}`)
for (const file of files) {
  const { job } = await engine.jobs.createFromPath(file)
  say(`acknowledged ${job.id}`)
}
const { jobs } = await engine.handlers['jobs/list']({ statuses: ['queued', 'processing'], limit: 500, offset: 0 })
for (const { id } of jobs) say(`over ${id} ${(await engine.jobs.whenOver(id)).status}`)
await engine.close()
say('closed')
