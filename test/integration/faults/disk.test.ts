/** A disk that is full, or that may not be written to: said so, nothing half-written, and it goes on when that is over. */
import { chmodSync, chownSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createEngine, type Engine } from '../../../src/main/engine.ts'
import type { FaultPoint } from '../../../src/main/jobs/faults.ts'
import { openLibrary } from '../../../src/main/store/library.ts'
import { withFolder } from '../../support/engine/with-engine.ts'
import { fakeWorkerFile } from '../../support/engine/worker-files.ts'
import { asNobody, canMount, isRoot, nobody, withMount } from '../../support/faults/capabilities.ts'
import { fillDisk, injectedDisk } from '../../support/faults/full-disk.ts'

const mounted = 'on a file system of its own'
const injected = 'injected, as nothing may be mounted here'

function temporaryFolders(dataDir: string): string[] {
  const jobs = path.join(dataDir, 'jobs')
  return readdirSync(jobs).flatMap((id) => readdirSync(path.join(jobs, id)).filter((name) => name.includes('.tmp-')))
}

async function statusOf(engine: Engine, id: string): Promise<string> {
  return (await engine.handlers['jobs/get']({ id })).job.status
}

const full: FaultPoint[] = ['convert:before_rename']

/** An engine whose disk can be filled: really where that can be had. */
async function withDisk(work: (engine: Engine, dataDir: string, setFull: (full: boolean) => void) => Promise<void>) {
  const options = { workerFile: fakeWorkerFile, samplesDir: null, version: '0.0.0', random: () => 0 }
  const run = async (dataDir: string, extra: object, setFull: (full: boolean) => void): Promise<void> => {
    const engine = createEngine({ dataDir, ...options, ...extra })
    try {
      await engine.start()
      await work(engine, dataDir, setFull)
    } finally {
      await engine.close()
    }
  }
  if (canMount) {
    await withMount(8, async ({ folder }) => {
      let release: (() => void) | null = null
      await run(folder, {}, (isFull) => {
        release?.()
        release = isFull ? fillDisk(folder) : null
      })
    })
    return
  }
  await withFolder(async (folder) => {
    const disk = injectedDisk([...full, 'create:inside', 'finish_stage:inside', 'complete:inside', 'fail:inside'])
    await run(path.join(folder, 'data'), { atFaultPoint: disk.atFaultPoint }, (isFull) => {
      disk.full = isFull
    })
  })
}

describe(`a full disk (${canMount ? mounted : injected})`, () => {
  it(
    'refuses a new job in words, and takes it when there is room',
    () =>
      withFolder((sources) =>
        withDisk(async (engine, dataDir, setFull) => {
          const file = path.join(sources, 'a.csv')
          await writeFile(file, JSON.stringify({ title: 'A' }))
          setFull(true)
          const refused: unknown[] = []
          // Room may be left inside the log's last page: only so many records fit.
          for (let seed = 0; seed < 200 && refused.length === 0; seed += 1) {
            await engine.jobs.createFromPath(file, { options: { seed } }).catch((error: unknown) => refused.push(error))
          }
          expect(refused).toEqual([expect.objectContaining({ reason: 'disk_full' })])
          setFull(false)
          const { job } = await engine.jobs.createFromPath(file, { options: { seed: 1_000 } })
          expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
          expect(temporaryFolders(dataDir)).toEqual([])
        }),
      ),
    180_000,
  )

  it(
    'in mid-job: nothing half-written, no story without its job, and the job ends well when there is room',
    () =>
      withFolder((sources) =>
        withDisk(async (engine, dataDir, setFull) => {
          const file = path.join(sources, 'b.csv')
          await writeFile(file, JSON.stringify({ title: 'B', import: { do: 'work', ms: 300 } }))
          const { job } = await engine.jobs.createFromPath(file)
          await vi.waitFor(async () => expect(await statusOf(engine, job.id)).toBe('processing'), { timeout: 30_000 })
          setFull(true)
          await new Promise((resolve) => setTimeout(resolve, 2_500))
          const during = (await engine.handlers['jobs/get']({ id: job.id })).job
          expect(during.status).not.toBe('completed')
          expect(during.storyId).toBeNull()
          setFull(false)
          // Either it was still being tried, or its attempts are used up and a person tries again.
          await vi.waitFor(async () => expect(['completed', 'failed']).toContain(await statusOf(engine, job.id)), {
            timeout: 60_000,
          })
          if ((await statusOf(engine, job.id)) === 'failed') {
            const { job: failed } = await engine.handlers['jobs/get']({ id: job.id })
            expect(failed.failure).toMatchObject({ reason: 'disk_full', code: 'PROCESSING_ERROR' })
            await engine.handlers['jobs/retry']({ id: job.id })
          }
          expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
          await vi.waitFor(() => expect(temporaryFolders(dataDir)).toEqual([]), { timeout: 30_000 })
        }),
      ),
    180_000,
  )
})

describe('a data folder that may not be written to', () => {
  const way = canMount ? mounted : isRoot ? 'by its permissions, as another user' : 'by its permissions'

  it(`is refused in words and not changed (${way})`, async () => {
    if (canMount) {
      await withMount(8, async ({ folder, setReadOnly }) => {
        openLibrary(path.join(folder, 'library.sqlite')).close()
        setReadOnly(true)
        const open = () => createEngine({ dataDir: folder, workerFile: 'none', samplesDir: null, version: '0.0.0' })
        expect(open).toThrow(expect.objectContaining({ reason: 'disk_read_only' }))
        expect(readdirSync(folder)).toEqual(['library.sqlite'])
        setReadOnly(false)
        await open().close()
      })
      return
    }
    await withReadOnlyFolder(async (folder) => {
      expect(await reasonToOpen(folder)).toBe('disk_not_permitted')
      expect(readdirSync(folder)).toEqual(['library.sqlite'])
    })
  })

  it(`that belongs to someone else is told from a disk that is read-only (${isRoot ? 'as another user' : 'by its permissions'})`, () =>
    withReadOnlyFolder(async (folder) => {
      expect(await reasonToOpen(folder)).toBe('disk_not_permitted')
      expect(readdirSync(folder)).toEqual(['library.sqlite'])
    }))

  it(`in which only the library is someone else’s is refused as well (${isRoot ? 'as another user' : 'by its permissions'})`, () =>
    withReadOnlyFolder(async (folder) => {
      chmodSync(folder, 0o777)
      chmodSync(path.join(folder, 'library.sqlite'), 0o444)
      expect(await reasonToOpen(folder)).toBe('disk_not_permitted')
    }))

  it('opens once the folder is theirs', () =>
    withReadOnlyFolder(async (folder) => {
      if (isRoot) for (const name of ['', 'library.sqlite']) chownSync(path.join(folder, name), nobody, nobody)
      chmodSync(folder, 0o700)
      expect(await reasonToOpen(folder)).toBe('allowed')
    }))
})

async function withReadOnlyFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'storyglass-test-'))
  try {
    openLibrary(path.join(folder, 'library.sqlite')).close()
    chmodSync(folder, 0o555)
    await work(folder)
  } finally {
    chmodSync(folder, 0o755)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Why the folder cannot be opened by a user whom permissions bind. */
async function reasonToOpen(folder: string): Promise<string> {
  if (isRoot) return asNobody('open', folder)
  try {
    await createEngine({ dataDir: folder, workerFile: 'none', samplesDir: null, version: '0.0.0' }).close()
    return 'allowed'
  } catch (error) {
    return (error as { reason?: string }).reason ?? String(error)
  }
}
