import { describe, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine.ts'
import { ageingStepMs } from '../../../src/main/store/schema-constants.ts'
import type { Job } from '../../../src/shared/job/job.ts'
import type { QueueState } from '../../../src/shared/job/queue.ts'
import { largest, lifecycleBench, permanent, transient } from '../../support/engine/library.ts'
import { type Bench, jobWhen, withEngine } from '../../support/engine/with-engine.ts'

/** Names of sources in the order their jobs were claimed. */
function claimedNames(engine: Engine, jobs: readonly Job[]): string[] {
  return jobs
    .flatMap((job) =>
      engine.jobs.events(job.id).flatMap(({ id, type }) => (type === 'claimed' ? [{ id, name: job.source.name }] : [])),
    )
    .toSorted((left, right) => left.id - right.id)
    .map(({ name }) => name)
}

async function created({ engine, script }: Bench, names: readonly string[]): Promise<Job[]> {
  const jobs: Job[] = []
  for (const name of names) jobs.push((await engine.jobs.createFromPath(await script(name, {}))).job)
  return jobs
}

const allOver = (engine: Engine, jobs: readonly Job[]): Promise<Job[]> =>
  Promise.all(jobs.map((job) => engine.jobs.whenOver(job.id)))

describe('ageing', () => {
  it('brings a low job to its turn under an endless stream of urgent ones, after three steps of waiting', () => {
    const bench = lifecycleBench()
    const betweenMs = 30_000
    bench.create('patient', { priority: 'low' })
    let waitedMs = 0
    // One urgent job comes whenever one is done: the queue never runs empty of them.
    for (let number = 0; ; number += 1) {
      bench.create(`urgent ${number}`, { priority: 'urgent' })
      bench.create(`urgent too ${number}`, { priority: 'urgent' })
      const job = bench.lifecycle.claim(largest)
      if (job === null) throw new Error('nothing to claim')
      if (job.source_name === 'patient') break
      bench.lifecycle.fail(job, permanent, 'csv')
      bench.clock.now += betweenMs
      waitedMs += betweenMs
      expect(waitedMs).toBeLessThanOrEqual(10 * ageingStepMs)
    }
    // Ahead of it went the urgent jobs made within three steps of it: two a period, one done a period.
    expect(waitedMs).toBeGreaterThanOrEqual(3 * ageingStepMs)
    expect(waitedMs).toBeLessThanOrEqual(2 * 3 * ageingStepMs + 2 * betweenMs)
  })

  it('counts from the retry by hand, not from when the job was first made', () => {
    const bench = lifecycleBench()
    const id = bench.create('again')
    bench.lifecycle.cancel(id)
    bench.clock.now += ageingStepMs
    bench.create('waiting')
    bench.clock.now += 1
    bench.lifecycle.retry(id)
    expect(bench.lifecycle.claim(largest)?.source_name).toBe('waiting')
  })
})

describe('several jobs at once', () => {
  it('never run two huge sources beside one another, and small ones beside a huge one', () =>
    withEngine(
      async ({ engine, script, events }) => {
        const work = { do: 'work', ms: 150 } as const
        const padding = 'x'.repeat(600)
        const jobs: Job[] = []
        for (const name of ['huge 1', 'huge 2', 'small 1', 'huge 3', 'small 2', 'small 3']) {
          const title = name.startsWith('huge') ? `${name} ${padding}` : name
          jobs.push((await engine.jobs.createFromPath(await script(name, { title, analyze: work }))).job)
        }
        await allOver(engine, jobs)
        const running = new Set<string>()
        let mostHuge = 0
        let most = 0
        for (const event of events) {
          if (event.name !== 'job/changed') continue
          const { source, status } = event.payload.job
          if (status === 'processing') running.add(source.name)
          else running.delete(source.name)
          mostHuge = Math.max(mostHuge, [...running].filter((name) => name.startsWith('huge')).length)
          most = Math.max(most, running.size)
        }
        expect({ mostHuge, most }).toEqual({ mostHuge: 1, most: 3 })
        // The huge ones kept their order; the small ones did not wait for them.
        const order = claimedNames(engine, jobs)
        expect(order.filter((name) => name.startsWith('huge'))).toEqual(['huge 1', 'huge 2', 'huge 3'])
        expect(order.slice(0, 3)).toEqual(['huge 1', 'small 1', 'small 2'])
      },
      { concurrency: 3, hugeBytes: 500 },
    ))
})

describe('the order of what waits', () => {
  it('follows a change of priority and “run this next” at once, and outlives a restart', () =>
    withEngine(
      async (bench) => {
        bench.engine.queue.setPaused(true)
        const jobs = await created(bench, ['a', 'b', 'c', 'd'])
        const [, b, c, d] = jobs.map((job) => job.id)
        await bench.engine.queue.setPriority(c ?? '', 'high')
        await bench.engine.queue.runNext(d ?? '')
        await bench.engine.queue.runNext(b ?? '')
        const list = { statuses: ['queued' as const], order: 'queue' as const, limit: 10, offset: 0 }
        const listed = await bench.engine.handlers['jobs/list'](list)
        expect(listed.jobs.map((job) => job.source.name)).toEqual(['b', 'd', 'c', 'a'])
        const { engine } = await bench.restart()
        expect(engine.queue.isPaused()).toBe(true)
        engine.queue.setPaused(false)
        await allOver(engine, jobs)
        expect(claimedNames(engine, jobs)).toEqual(['b', 'd', 'c', 'a'])
      },
      { concurrency: 1 },
    ))
})

describe('pausing', () => {
  it('the queue: what runs goes on, nothing is begun until it is resumed', () =>
    withEngine(
      async ({ engine, script }) => {
        const first = await engine.jobs.createFromPath(await script('runs', { analyze: { do: 'work', ms: 100 } }))
        const second = await engine.jobs.createFromPath(await script('waits', {}))
        engine.queue.setPaused(true)
        expect((await engine.jobs.whenOver(first.job.id)).status).toBe('completed')
        expect((await engine.handlers['jobs/get']({ id: second.job.id })).job).toMatchObject({
          status: 'queued',
          attempt: 0,
        })
        engine.queue.setPaused(false)
        expect((await engine.jobs.whenOver(second.job.id)).status).toBe('completed')
      },
      { concurrency: 1 },
    ))

  it('a running job: it stops, no free place takes it again, and resumed it goes on where it was', () =>
    withEngine(
      async ({ engine, script }) => {
        const step = { do: 'at_first', times: 1, step: { do: 'work', ms: 60_000 } } as const
        const { job } = await engine.jobs.createFromPath(await script('held', { analyze: step, count: true }))
        await jobWhen(engine, job.id, (state) => state.note === 'working')
        const paused = await engine.queue.pause(job.id)
        expect(paused).toMatchObject({ status: 'queued', paused: true, attempt: 0, stage: 'analyze', failure: null })
        // A place is free and the queue is awake: another job runs to its end beside the held one.
        const other = await engine.jobs.createFromPath(await script('other', {}))
        await engine.jobs.whenOver(other.job.id)
        expect(engine.jobs.events(job.id).map((event) => event.type)).toEqual([
          'created',
          'claimed',
          'stage_finished',
          'stage_finished',
          'yielded',
        ])
        await engine.queue.resume(job.id)
        const done = await engine.jobs.whenOver(job.id)
        expect(done).toMatchObject({ status: 'completed', attempt: 1, paused: false })
        const finished = engine.jobs.events(job.id).filter((event) => event.type === 'stage_finished')
        expect(finished.map((event) => event.stage)).toEqual(['import', 'convert', 'analyze', 'narrate', 'visualize'])
      },
      { concurrency: 2 },
    ))

  it('a job that fails for a while just then: held in the same breath, so that nothing can claim it in between', () => {
    const bench = lifecycleBench({ random: () => 0 })
    bench.create('shaky')
    const job = bench.lifecycle.claim(largest)
    if (job === null) throw new Error('nothing to claim')
    expect(bench.lifecycle.fail(job, transient, 'csv', true)).toBe('retrying')
    expect(bench.lifecycle.claim(largest)).toBeNull()
  })

  it('and resuming at once: the later wish wins', () =>
    withEngine(async ({ engine, script }) => {
      const step = { do: 'at_first', times: 1, step: { do: 'work', ms: 60_000 } } as const
      const { job } = await engine.jobs.createFromPath(await script('undecided', { analyze: step }))
      await jobWhen(engine, job.id, (state) => state.note === 'working')
      const [, resumed] = await Promise.all([engine.queue.pause(job.id), engine.queue.resume(job.id)])
      expect(resumed.paused).toBe(false)
      expect((await engine.jobs.whenOver(job.id)).status).toBe('completed')
    }))
})

describe('a transient failure', () => {
  it('shows when it will be tried again, and why, while it waits; a permanent one is not tried again', () =>
    withEngine(
      async ({ engine, script }) => {
        const shaky = { do: 'at_first', times: 1, step: { do: 'fail', reason: 'library_busy' } } as const
        const { job } = await engine.jobs.createFromPath(await script('shaky', { convert: shaky }))
        const waiting = await jobWhen(engine, job.id, (state) => state.nextAttemptAt !== null)
        expect(waiting).toMatchObject({ status: 'queued', attempt: 1, failure: { reason: 'library_busy' } })
        // Base 2 s, one attempt made, dice at 0.1.
        const delayMs = Date.parse(waiting.nextAttemptAt ?? '') - Date.parse(waiting.failure?.at ?? '')
        expect(delayMs).toBe(200)
        expect(await engine.jobs.whenOver(job.id)).toMatchObject({
          status: 'completed',
          attempt: 2,
          failure: null,
          nextAttemptAt: null,
        })
        const never = await engine.jobs.createFromPath(
          await script('never', { convert: { do: 'fail', reason: 'not_a_table' } }),
        )
        expect(await engine.jobs.whenOver(never.job.id)).toMatchObject({ status: 'failed', attempt: 1 })
      },
      { random: () => 0.1 },
    ))
})

describe('many files at once', () => {
  it('become jobs in one transaction, in their order; of equal ones and of active ones there is one job', () =>
    withEngine(async ({ engine, script }) => {
      engine.queue.setPaused(true)
      const earlier = await engine.jobs.createFromPath(await script('earlier', {}))
      const files = [
        await script('one', { title: 'first' }),
        await script('two', { title: 'second' }),
        await script('twin', { title: 'first' }),
        await script('known', { title: 'Story of earlier' }),
      ]
      const made = await engine.jobs.createFromPaths(files)
      expect(made.map(({ outcome }) => outcome)).toEqual(['created', 'created', 'existing', 'existing'])
      expect(made[2]?.job.id).toBe(made[0]?.job.id)
      expect(made[3]?.job.id).toBe(earlier.job.id)
      await expect(engine.jobs.createFromPaths([await script('new', {}), '/nowhere/at all'])).rejects.toMatchObject({
        reason: 'file_missing',
      })
      const { total } = await engine.handlers['jobs/list']({ statuses: [], limit: 10, offset: 0 })
      expect(total).toBe(3)
    }))
})

describe('the state of the queue', () => {
  it('is told when numbers or the pause change, seldom, and the last one is true', () =>
    withEngine(async (bench) => {
      const { engine, events } = bench
      const states = (): QueueState[] =>
        events.flatMap((event) => (event.name === 'queue/changed' ? [event.payload] : []))
      const beganAt = performance.now()
      engine.queue.setPaused(true)
      const jobs = await created(bench, ['a', 'b', 'c', 'd', 'e', 'f'])
      engine.queue.setPaused(false)
      await allOver(engine, jobs)
      const last = (): QueueState | undefined => states().at(-1)
      await new Promise<void>((resolve) => {
        const seen = engine.subscribe(() => {
          if (last()?.queued !== 0 || last()?.processing !== 0) return
          seen()
          resolve()
        })
        if (last()?.queued === 0 && last()?.processing === 0) resolve()
      })
      expect(last()).toEqual({ paused: false, queued: 0, processing: 0, failed: 0 })
      expect(last()).toEqual(await engine.handlers['queue/get']({}))
      const seconds = (performance.now() - beganAt) / 1_000
      expect(states().length).toBeLessThanOrEqual(4 * seconds + 2)
      expect(new Set(states().map((state) => JSON.stringify(state))).size).toBeGreaterThan(1)
    }))
})
