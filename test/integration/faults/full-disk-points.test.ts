/** A disk that is full at each named point at which something is written: said so, nothing half-written, then gone on with. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../../src/main/engine.ts'
import type { FaultPoint } from '../../../src/main/jobs/faults.ts'
import type { Job } from '../../../src/shared/job/job.ts'
import { jobWhen, withEngine } from '../../support/engine/with-engine.ts'
import { injectedDisk } from '../../support/faults/full-disk.ts'
import { faultPoints } from '../../support/faults/kills.ts'
import type { Action } from '../../support/faults/life.ts'

/** Where bytes are written: in a transaction of the library, or a stage's result, until it has its name. */
const writing = faultPoints.filter(
  ({ point }) => /:(?:inside|before_write|before_rename)$/u.test(point) && point !== 'recover:inside',
)

async function jobOf(engine: Engine, id: string): Promise<Job> {
  return (await engine.handlers['jobs/get']({ id })).job
}

function temporaryFolders(dataDir: string): string[] {
  const jobs = path.join(dataDir, 'jobs')
  if (!existsSync(jobs)) return []
  return readdirSync(jobs).flatMap((id) => readdirSync(path.join(jobs, id)).filter((name) => name.includes('.tmp-')))
}

/** What brings the engine to the point, by what a person does. Refused while the disk is full. */
async function act(engine: Engine, id: string, action: Action): Promise<void> {
  switch (action) {
    case 'none':
      return
    case 'cancel':
      await engine.handlers['jobs/cancel']({ id })
      return
    case 'cancel_and_retry':
      await engine.handlers['jobs/retry']({ id })
      return
    case 'pause':
      await engine.queue.pause(id)
      return
    case 'prioritize':
      await engine.queue.setPriority(id, 'high')
      return
  }
}

describe('a disk that is full', () => {
  it.each(writing.map(({ point, action }) => [point, action] as const))(
    'at %s',
    (point, action) => {
      let met = 0
      const disk = injectedDisk([point])
      const atFaultPoint = (reached: FaultPoint): void => {
        if (disk.full && reached === point) met += 1
        disk.atFaultPoint(reached)
      }
      return withEngine(
        async ({ engine, dataDir, script }) => {
          const isFailing = point.startsWith('fail:')
          const step = isFailing ? { convert: { do: 'fail', reason: 'no_rows' } as const } : {}
          const file = await script('a.csv', { import: { do: 'work', ms: 150 }, ...step })
          let id: string | null = null
          let acted = Promise.resolve()
          if (point.startsWith('create:')) {
            disk.full = true
            await expect(engine.jobs.createFromPath(file)).rejects.toMatchObject({ reason: 'disk_full' })
          } else {
            const created = await engine.jobs.createFromPath(file)
            id = created.job.id
            if (action === 'cancel_and_retry') await engine.handlers['jobs/cancel']({ id })
            if (action === 'pause') await jobWhen(engine, id, ({ status }) => status === 'processing')
            disk.full = true
            // A person who asks for it is told, or waits until there is room; what the engine does by itself is tried again.
            acted = act(engine, id, action).catch((error: unknown) =>
              expect(error).toMatchObject({ reason: 'disk_full' }),
            )
          }
          await vi.waitFor(() => expect(met).toBeGreaterThan(0), { timeout: 20_000 })
          disk.full = false
          await acted
          if (id !== null) await endsWell(engine, id, isFailing)
          const next = await engine.jobs.createFromPath(await script('b.csv', {}))
          expect((await engine.jobs.whenOver(next.job.id)).status).toBe('completed')
          await vi.waitFor(() => expect(temporaryFolders(dataDir)).toEqual([]), { timeout: 20_000 })
          const { stories } = await engine.handlers['stories/list']({ search: '', limit: 9, offset: 0 })
          const names = stories.map(({ sourceName }) => sourceName).sort()
          expect(names).toEqual(id === null || isFailing ? ['b.csv'] : ['a.csv', 'b.csv'])
        },
        { atFaultPoint, random: () => 0 },
      )
    },
    120_000,
  )
})

/** By itself, or once a person tries it again. */
async function endsWell(engine: Engine, id: string, isFailing: boolean): Promise<void> {
  await vi.waitFor(
    async () => {
      const job = await jobOf(engine, id)
      if (job.status === 'cancelled' || (job.status === 'failed' && job.failure?.reason === 'disk_full')) {
        await engine.handlers['jobs/retry']({ id })
      }
      if (job.paused) await engine.handlers['jobs/resume']({ id })
      expect(['completed', 'failed']).toContain((await jobOf(engine, id)).status)
    },
    { timeout: 60_000, interval: 200 },
  )
  expect(await jobOf(engine, id)).toMatchObject(
    isFailing ? { status: 'failed', failure: { reason: 'no_rows' } } : { status: 'completed', failure: null },
  )
}
