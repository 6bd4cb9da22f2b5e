/** Threads that die, clocks that jump, ends that cannot be recorded, people who press Ctrl-C twice. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { jobWhen, withEngine } from '../../support/engine/with-engine.ts'

const impatientChild = path.join(import.meta.dirname, '../../support/faults/impatient-child.ts')

async function runsOf(file: string, stage: string): Promise<number> {
  return (await stat(`${file}.${stage}.runs`)).size
}

describe('a thread that dies', () => {
  it.each([
    ['by process.exit', { do: 'exit' }],
    ['for want of memory', { do: 'exhaust_memory' }],
  ] as const)('%s: its job goes on at that stage, and the job beside it is not touched', (_how, step) =>
    withEngine(
      async ({ engine, script }) => {
        const dying = await script('dying.csv', { count: true, analyze: { do: 'at_first', times: 1, step } })
        const beside = await script('beside.csv', { count: true, analyze: { do: 'work', ms: 1_500 } })
        const jobs = [await engine.jobs.createFromPath(dying), await engine.jobs.createFromPath(beside)]
        const [died, lived] = await Promise.all(jobs.map(({ job }) => engine.jobs.whenOver(job.id)))
        expect(died).toMatchObject({ status: 'completed', attempt: 2 })
        expect(lived).toMatchObject({ status: 'completed', attempt: 1 })
        for (const stage of ['import', 'convert', 'narrate', 'visualize']) expect(await runsOf(dying, stage)).toBe(1)
        expect(await runsOf(dying, 'analyze')).toBe(2)
        expect(await runsOf(beside, 'analyze')).toBe(1)
      },
      { heapMegabytes: 48, concurrency: 2, random: () => 0 },
    ),
  )
})

describe('work beyond a bound', () => {
  it.each([
    ['of memory that no heap limit counts', { do: 'exhaust_buffers' }, 'too_much_memory', {}],
    ['of time without a sign of life', { do: 'spin' }, 'too_slow', { silenceMs: 500 }],
  ] as const)('%s ends alone and at once, is not tried again, and the next job runs', (_what, step, reason, options) =>
    withEngine(
      async ({ engine, script }) => {
        const greedy = await script('greedy.csv', { count: true, convert: step })
        const beside = await script('beside.csv', { count: true, convert: { do: 'work', ms: 1_500 } })
        const next = await script('next.csv', { count: true })
        const jobs = [greedy, beside, next].map((file) => engine.jobs.createFromPath(file))
        const [ended, lived, followed] = await Promise.all(
          jobs.map(async (creation) => engine.jobs.whenOver((await creation).job.id)),
        )
        expect(ended).toMatchObject({ status: 'failed', attempt: 1, failure: { reason, transient: false } })
        expect(ended?.failure?.message).toContain('greedy.csv')
        expect(await runsOf(greedy, 'convert')).toBe(1)
        for (const job of [lived, followed]) expect(job).toMatchObject({ status: 'completed', attempt: 1 })
      },
      { concurrency: 2, ...options },
    ),
  )
})

describe('a clock that goes back', () => {
  const dayMs = 86_400_000

  it('by a day while a job waits for its next attempt: it is tried all the same, and no time comes out negative', () => {
    const clock = { behindMs: 0 }
    return withEngine(
      async ({ engine, script }) => {
        const once = { do: 'at_first', times: 1, step: { do: 'fail', reason: 'worker_died' } } as const
        const { job } = await engine.jobs.createFromPath(await script('a.csv', { convert: once }))
        await jobWhen(engine, job.id, (state) => state.nextAttemptAt !== null)
        clock.behindMs = dayMs
        const done = await engine.jobs.whenOver(job.id)
        expect(done).toMatchObject({ status: 'completed', attempt: 2, percent: 100 })
        const next = await engine.jobs.createFromPath(await script('b.csv', {}))
        expect((await engine.jobs.whenOver(next.job.id)).status).toBe('completed')
        clock.behindMs = 0
        const { running, waiting, stages } = engine.metrics(7)
        for (const { medianMs } of [running, waiting, ...stages]) expect(medianMs ?? 0).toBeGreaterThanOrEqual(0)
      },
      { clock: () => Date.now() - clock.behindMs, random: () => 0.9 },
    )
  })

  it('by a year between two runs: what waited is run, and what was told stays', () =>
    withEngine(async (bench) => {
      const told = await bench.engine.jobs.createFromPath(await bench.script('told.csv', {}))
      await bench.engine.jobs.whenOver(told.job.id)
      bench.engine.queue.setPaused(true)
      const { job } = await bench.engine.jobs.createFromPath(await bench.script('waiting.csv', {}))
      const { engine } = await bench.restart({ clock: () => Date.now() - 365 * dayMs })
      engine.queue.setPaused(false)
      expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
      await engine.clean({ days: 0 })
      expect((await engine.handlers['stories/list']({ search: '', limit: 9, offset: 0 })).total).toBe(2)
    }))
})

describe('a clock that jumps forward', () => {
  const yearMs = 365 * 86_400_000

  it('by a year: what runs is not taken for silent, what waits is tried, and what was handed over is still there', () => {
    const clock = { aheadMs: 0 }
    return withEngine(
      async ({ engine, script }) => {
        const once = { do: 'at_first', times: 1, step: { do: 'fail', reason: 'worker_died' } } as const
        const running = await engine.jobs.createFromPath(
          await script('running.csv', { convert: { do: 'work', ms: 1_500 } }),
        )
        const waiting = await engine.jobs.createFromPath(await script('waiting.csv', { convert: once }))
        const { source } = await engine.handlers['sources/paste']({
          name: 'pasted.csv',
          text: JSON.stringify({ title: 'x' }),
        })
        await jobWhen(engine, waiting.job.id, (state) => state.nextAttemptAt !== null)
        clock.aheadMs = yearMs
        expect(await engine.jobs.whenOver(running.job.id)).toMatchObject({ status: 'completed', attempt: 1 })
        expect(await engine.jobs.whenOver(waiting.job.id)).toMatchObject({ status: 'completed', attempt: 2 })
        const pasted = await engine.handlers['jobs/create']({
          source: { handle: source.handle },
          options: {},
          priority: 'normal',
        })
        expect(await engine.jobs.whenOver(pasted.job.id)).toMatchObject({ status: 'completed' })
        // Set right again: nothing waits for the year to pass.
        clock.aheadMs = 0
        const next = await engine.jobs.createFromPath(await script('next.csv', { convert: once }))
        expect(await engine.jobs.whenOver(next.job.id)).toMatchObject({ status: 'completed', attempt: 2 })
      },
      { clock: () => Date.now() + clock.aheadMs, concurrency: 2, random: () => 0.9 },
    )
  })

  it('by a year between two runs: what waited is run, and no story is cleaned away', () =>
    withEngine(async (bench) => {
      const told = await bench.engine.jobs.createFromPath(await bench.script('told.csv', {}))
      await bench.engine.jobs.whenOver(told.job.id)
      bench.engine.queue.setPaused(true)
      const { job } = await bench.engine.jobs.createFromPath(await bench.script('waiting.csv', {}))
      const { engine } = await bench.restart({ clock: () => Date.now() + yearMs })
      engine.queue.setPaused(false)
      expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
      expect((await engine.handlers['stories/list']({ search: '', limit: 9, offset: 0 })).total).toBe(2)
    }))
})

describe('a clean end', () => {
  it('whose record the library refuses is not taken for a death at the next start', () => {
    const refusing = { on: false }
    return withEngine(
      async (bench) => {
        const step = { do: 'at_first', times: 1, step: { do: 'query' } } as const
        const { job } = await bench.engine.jobs.createFromPath(await bench.script('a.csv', { analyze: step }))
        await jobWhen(bench.engine, job.id, (state) => state.note === 'querying')
        refusing.on = true
        expect(await bench.engine.close()).toEqual([])
        refusing.on = false
        const { engine } = await bench.restart()
        expect(await engine.jobs.whenOver(job.id)).toMatchObject({ status: 'completed', attempt: 1 })
        const types = engine.jobs.events(job.id).map((event) => event.type)
        expect(types.filter((type) => type === 'yielded')).toHaveLength(1)
        expect(types).not.toContain('recovered')
      },
      {
        atFaultPoint: (point) => {
          if (refusing.on && point === 'yield:inside') throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
        },
      },
    )
  })

  it('takes back the mark that the engine runs; a death leaves it', () =>
    withEngine(async ({ engine, dataDir }) => {
      const marker = path.join(dataDir, 'running')
      expect(existsSync(marker)).toBe(true)
      await engine.close()
      expect(existsSync(marker)).toBe(false)
    }))

  it('refuses new work once it has begun', () =>
    withEngine(async ({ engine, script }) => {
      const file = await script('late.csv', {})
      const closing = engine.close()
      await expect(engine.jobs.createFromPath(file)).rejects.toThrow('closing')
      await closing
    }))
})

describe('a second Ctrl-C', () => {
  it('ends the process by that signal while DuckDB works in a thread, instead of aborting', () =>
    withEngine(async ({ engine, dataDir, script }) => {
      await engine.close()
      const file = await script('long.csv', { analyze: { do: 'query' } })
      const child = spawn(process.execPath, [impatientChild, dataDir, file], { stdio: ['ignore', 'pipe', 'inherit'] })
      const said = (word: string) =>
        new Promise<void>((resolve) => {
          child.stdout.on('data', (chunk: Buffer) => {
            if (chunk.toString().includes(word)) resolve()
          })
        })
      const ended = new Promise<NodeJS.Signals | null>((resolve) =>
        child.once('close', (_code, signal) => resolve(signal)),
      )
      // A process that hangs instead fails this test alone.
      const limit = setTimeout(() => child.kill('SIGKILL'), 60_000)
      try {
        await said('working')
        await sleep(300)
        child.kill('SIGINT')
        await said('stopping')
        // One key can reach a program twice; only a later one is meant as a second.
        await sleep(700)
        child.kill('SIGINT')
        expect(await ended).toBe('SIGINT')
      } finally {
        clearTimeout(limit)
        child.kill('SIGKILL')
      }
    }))
})
