/** What survives a SIGKILL at each named point of a job's way: first slice of `npm run test:faults`. */
import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type { FaultPoint } from '../../../src/main/jobs/faults.ts'
import { openLibrary } from '../../../src/main/store/library.ts'
import { jobWhen, withEngine } from '../../support/engine/with-engine.ts'
import { crashChildFile } from '../../support/engine/worker-files.ts'

interface Ran {
  readonly signal: NodeJS.Signals | null
  readonly lines: string[]
}

function runChild(dataDir: string, point: FaultPoint | 'none', files: readonly string[] = []): Promise<Ran> {
  const running = spawn(process.execPath, [crashChildFile, dataDir, point, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return new Promise((resolve, reject) => {
    running.on('error', reject)
    running.on('close', (_code, signal) => resolve({ signal, lines: text.split('\n').filter((line) => line !== '') }))
  })
}

/** Stages that a point's crash may make run twice; every other stage must have run once. */
const points: readonly [point: FaultPoint, repeated: readonly string[]][] = [
  ['create:inside', []],
  ['create:after', []],
  ['claim:inside', []],
  ['claim:after', []],
  ['begin_stage:after', []],
  ['import:before_write', ['import']],
  ['convert:before_rename', ['convert']],
  ['convert:after_rename', ['convert']],
  ['finish_stage:inside', ['import']],
  ['finish_stage:after', []],
  ['analyze:after_rename', ['analyze']],
  ['visualize:before_rename', ['visualize']],
  ['complete:inside', []],
  ['complete:after', []],
]

/** How often each stage was run on the source called `name`. */
async function stageRuns(folder: string, name: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const file of await readdir(folder)) {
    if (!file.startsWith(`${name}.`) || !file.endsWith('.runs')) continue
    const stage = file.slice(name.length + 1, -'.runs'.length)
    counts[stage] = (await stat(path.join(folder, file))).size
  }
  return counts
}

describe('a process killed at a named point', () => {
  it.each(points)(
    '%s: no acknowledged job is lost, no story is told twice, only the running stage is run again',
    (point, repeated) =>
      withEngine(async (bench) => {
        const { dataDir, script, engine } = bench
        const file = await script('crash.csv', { count: true })
        await engine.close()
        const killed = await runChild(dataDir, point, [file])
        expect(killed.signal).toBe('SIGKILL')
        const acknowledged = killed.lines
          .filter((line) => line.startsWith('acknowledged '))
          .map((line) => line.slice(13))
        const { engine: after } = await bench.restart()
        const open = await after.handlers['jobs/list']({ statuses: ['queued', 'processing'], limit: 500, offset: 0 })
        for (const { id } of open.jobs) await after.jobs.whenOver(id)
        const { jobs } = await after.handlers['jobs/list']({ statuses: [], limit: 500, offset: 0 })
        for (const id of acknowledged) {
          expect(jobs.find((job) => job.id === id)).toMatchObject({ status: 'completed', percent: 100 })
        }
        const { stories } = await after.handlers['stories/list']({ search: '', limit: 500, offset: 0 })
        expect(stories).toHaveLength(jobs.length)
        expect(new Set(stories.map((story) => story.jobId)).size).toBe(stories.length)
        for (const { id } of stories) {
          expect(await after.handlers['stories/verify']({ id })).toMatchObject({ numbers: 1, matched: 1 })
        }
        const runs = await stageRuns(bench.folder, 'crash.csv')
        for (const [stage, count] of Object.entries(runs)) {
          expect(count, stage).toBe(jobs.length === 0 ? 0 : repeated.includes(stage) ? 2 : 1)
        }
        for (const { id } of jobs) {
          const folder = path.join(dataDir, 'jobs', id)
          await vi.waitFor(async () => expect((await readdir(folder)).toSorted()).toEqual(['convert', 'import']), {
            timeout: 30_000,
          })
        }
        await after.close()
        const library = openLibrary(path.join(dataDir, 'library.sqlite'))
        expect(library.integrityProblems()).toEqual([])
        library.close()
      }),
  )

  it('three times over the same file: that file is given up, and the next one is told', () =>
    withEngine(async (bench) => {
      const { dataDir, script, engine } = bench
      const file = await script('deadly.csv', {})
      await engine.close()
      await runChild(dataDir, 'analyze:before_write', [file])
      await runChild(dataDir, 'analyze:before_write')
      await runChild(dataDir, 'analyze:before_write')
      const { engine: after } = await bench.restart()
      const { jobs } = await after.handlers['jobs/list']({ statuses: [], limit: 10, offset: 0 })
      expect(jobs).toMatchObject([{ status: 'failed', failure: { reason: 'process_died_repeatedly' }, canRetry: true }])
      const next = await after.jobs.createFromPath(await bench.script('next.csv', {}))
      expect((await after.jobs.whenOver(next.job.id)).status).toBe('completed')
      await after.handlers['jobs/retry']({ id: jobs[0]?.id ?? '' })
      expect((await after.jobs.whenOver(jobs[0]?.id ?? '')).status).toBe('completed')
    }))

  it('while cancelling: a cancel that was recorded holds', () =>
    withEngine(async (bench) => {
      const { engine, script } = bench
      const { job } = await engine.jobs.createFromPath(
        await script('stopped.csv', { convert: { do: 'work', ms: 60_000 } }),
      )
      await engine.handlers['jobs/cancel']({ id: job.id })
      const { engine: after } = await bench.restart()
      expect((await after.handlers['jobs/get']({ id: job.id })).job.status).toBe('cancelled')
    }))
})

describe('a clean end', () => {
  it('gives running jobs back to the queue without counting the attempt, and a start goes on with them', () =>
    withEngine(async (bench) => {
      const { engine, script, dataDir } = bench
      const step = { do: 'at_first', times: 1, step: { do: 'query' } } as const
      const { job } = await engine.jobs.createFromPath(await script('interrupted.csv', { analyze: step }))
      await jobWhen(engine, job.id, (state) => state.note === 'querying')
      await engine.close()
      expect((await readdir(path.join(dataDir, 'jobs', job.id))).toSorted()).toEqual(['convert', 'import'])
      const { engine: after } = await bench.restart()
      const done = await after.jobs.whenOver(job.id)
      expect(done).toMatchObject({ status: 'completed', attempt: 1 })
      expect(after.jobs.events(job.id).map((event) => event.type)).toContain('yielded')
    }))

  it('lets another engine have the folder, and not before', () =>
    withEngine(async (bench) => {
      const { createEngine } = await import('../../../src/main/engine.ts')
      const options = { dataDir: bench.dataDir, workerFile: 'none', samplesDir: null, version: '0.0.0' }
      expect(() => createEngine(options)).toThrow(expect.objectContaining({ reason: 'library_in_use' }))
      await bench.engine.close()
      await createEngine(options).close()
    }))
})
