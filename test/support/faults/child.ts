/** The process that is killed: a real engine with the real stages, driven by a `LifePlan`. Bundled by `bundle.ts`. */
import { readdirSync, writeSync } from 'node:fs'
import path from 'node:path'
import { createEngine } from '../../../src/main/engine.ts'
import type { Job } from '../../../src/shared/job/job.ts'
import type { LifePlan, Said } from './life.ts'

const plan = JSON.parse(process.argv[2] ?? '') as LifePlan
const { dataDir, workerFile, armed } = plan

/** Synchronous: what was said is out before the process can die. */
function say(line: Said): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL')).resume()

let hits = 0
const engine = createEngine({
  dataDir,
  workerFile,
  samplesDir: null,
  version: '0.0.0',
  concurrency: plan.concurrency,
  random: () => 0,
  atFaultPoint: (reached) => {
    if (reached !== armed?.point) return
    hits += 1
    if (hits === armed.hit) process.kill(process.pid, 'SIGKILL')
  },
})

function temporaryFolders(): string[] {
  const jobs = path.join(dataDir, 'jobs')
  return readdirSync(jobs).flatMap((id) =>
    readdirSync(path.join(jobs, id))
      .filter((name) => name.includes('.tmp-'))
      .map((name) => `${id}/${name}`),
  )
}

async function jobsWith(...statuses: Job['status'][]): Promise<Job[]> {
  return (await engine.handlers['jobs/list']({ statuses, limit: 500, offset: 0 })).jobs
}

function running(): Promise<Job> {
  return new Promise((resolve) => {
    const unsubscribe = engine.subscribe((event) => {
      if (event.name !== 'job/changed' || event.payload.job.status !== 'processing') return
      unsubscribe()
      resolve(event.payload.job)
    })
  })
}

async function act(): Promise<void> {
  switch (plan.action) {
    case 'none':
      return
    case 'cancel':
    case 'cancel_and_retry': {
      const job = (await jobsWith('processing', 'queued')).at(-1)
      if (job === undefined) return
      const { job: cancelled } = await engine.handlers['jobs/cancel']({ id: job.id })
      if (plan.action === 'cancel') {
        if (cancelled.status === 'cancelled') say({ say: 'cancelled', id: job.id })
      } else await engine.handlers['jobs/retry']({ id: job.id })
      return
    }
    case 'pause':
      await engine.queue.pause((await running()).id)
      return
    case 'prioritize':
      for (const { id } of await jobsWith('queued')) await engine.queue.setPriority(id, 'high')
      return
  }
}

await engine.recover()
say({ say: 'recovered', temporaryFolders: temporaryFolders() })
await engine.start()
say({ say: 'running' })
for (const { id, paused } of await jobsWith('queued')) if (paused) await engine.queue.resume(id)
for (const file of plan.files) {
  const { job } = await engine.jobs.createFromPath(file)
  say({ say: 'acknowledged', id: job.id, file })
  // A document is to be come to before this life is over.
  if (file.endsWith('.pdf')) await engine.queue.runNext(job.id)
}
await engine.handlers['jobs/retry-failed']({})
await act()
if (plan.finish) {
  for (const { id } of await jobsWith('cancelled')) await engine.handlers['jobs/retry']({ id })
  for (;;) {
    const open = await jobsWith('queued', 'processing')
    if (open.length === 0) break
    for (const { id } of open) await engine.jobs.whenOver(id)
  }
  const { stories } = await engine.handlers['stories/list']({ search: '', limit: 3, offset: 0 })
  for (const { id } of stories) {
    const { numbers, matched } = await engine.handlers['stories/verify']({ id })
    say({ say: 'verified', numbers, matched })
  }
  await engine.close()
  say({ say: 'closed' })
  process.stdin.destroy()
} else setInterval(() => undefined, 60_000)
