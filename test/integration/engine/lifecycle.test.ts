import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestDelayMs } from '../../../src/main/jobs/backoff.ts'
import { maxCrashes } from '../../../src/main/jobs/lifecycle/recover-jobs.ts'
import { selectJobEvents } from '../../../src/main/store/job-events.ts'
import { type JobRow, selectJob } from '../../../src/main/store/jobs.ts'
import { ageingStepMs } from '../../../src/main/store/schema-constants.ts'
import type { JobStatus } from '../../../src/shared/job/job.ts'
import { type LifecycleBench, largest, lifecycleBench, permanent, transient } from '../../support/engine/library.ts'
import { holds } from '../../support/property.ts'

const table = { kind: 'csv', pipeline: 'story' } as const

function claimed({ lifecycle }: LifecycleBench): JobRow {
  const job = lifecycle.claim(largest)
  if (job === null) throw new Error('nothing to claim')
  return job
}

const stateOf = ({ library }: LifecycleBench, id: string): JobStatus | undefined => selectJob(library, id)?.status

describe('claiming', () => {
  it('takes the higher priority first, then the older job', () => {
    const bench = lifecycleBench()
    for (const priority of ['low', 'urgent', 'normal', 'high'] as const) {
      bench.create(`${priority} 1`, { priority })
      bench.clock.now += 1
      bench.create(`${priority} 2`, { priority })
      bench.clock.now += 1
    }
    const order = Array.from({ length: 8 }, () => claimed(bench).source_name)
    const wanted = ['urgent', 'high', 'normal', 'low'].flatMap((priority) => [`${priority} 1`, `${priority} 2`])
    expect(order).toEqual(wanted)
    expect(bench.lifecycle.claim(largest)).toBeNull()
  })

  it('lets a low job that has waited long enough go before younger urgent ones', () => {
    const bench = lifecycleBench()
    bench.create('patient', { priority: 'low' })
    bench.clock.now += 3 * ageingStepMs + 1
    bench.create('pushing', { priority: 'urgent' })
    expect(claimed(bench).source_name).toBe('patient')
  })

  it('leaves out a job whose next attempt is not due, and takes it when it is', () => {
    const bench = lifecycleBench()
    bench.create('shaky')
    expect(bench.lifecycle.fail(claimed(bench), transient, 'csv')).toBe('retrying')
    expect(bench.lifecycle.claim(largest)).toBeNull()
    bench.clock.now += 1_000
    expect(claimed(bench)).toMatchObject({ source_name: 'shaky', attempt: 2, next_attempt_at: null })
  })

  it('does not wait for a time that a clock since set back had promised', () => {
    const bench = lifecycleBench()
    bench.create('shaky')
    bench.lifecycle.fail(claimed(bench), transient, 'csv')
    bench.clock.now -= longestDelayMs + 86_400_000
    expect(claimed(bench).source_name).toBe('shaky')
  })

  it('leaves out big sources when asked to, and paused jobs', () => {
    const bench = lifecycleBench()
    bench.create('huge', { bytes: 5_000, priority: 'urgent' })
    const held = bench.create('held', { priority: 'high' })
    bench.create('small')
    bench.lifecycle.setPaused(held, true)
    expect(bench.lifecycle.claim(1_000)?.source_name).toBe('small')
    expect(bench.lifecycle.claim(1_000)).toBeNull()
    bench.lifecycle.setPaused(held, false)
    expect(bench.lifecycle.claim(1_000)?.source_name).toBe('held')
  })

  it('takes what was moved to the front first, the last moved before the others', () => {
    const bench = lifecycleBench()
    const [first, second] = [bench.create('first', { priority: 'low' }), bench.create('second', { priority: 'low' })]
    bench.create('urgent', { priority: 'urgent' })
    bench.lifecycle.moveToFront(first)
    bench.lifecycle.moveToFront(second)
    expect([claimed(bench), claimed(bench), claimed(bench)].map((job) => job.source_name)).toEqual([
      'second',
      'first',
      'urgent',
    ])
  })

  it('finds the next job in an index, however long the queue', () => {
    const { library } = lifecycleBench()
    const plan = library
      .statement(`EXPLAIN QUERY PLAN SELECT jobs.id FROM jobs INDEXED BY jobs_waiting JOIN sources
        ON sources.id = jobs.source_id WHERE jobs.status = 'queued' AND jobs.paused = 0 AND sources.bytes <= 1
        ORDER BY jobs.rank, jobs.created_at LIMIT 1`)
      .all() as { detail: string }[]
    expect(plan.map((row) => row.detail).join('\n')).not.toMatch(/TEMP B-TREE/)
  })
})

describe('failing', () => {
  it('retries a transient failure twice and then gives up; a permanent one at once', () => {
    const bench = lifecycleBench()
    const id = bench.create('shaky')
    for (const expected of ['retrying', 'retrying', 'failed']) {
      bench.clock.now += longestDelayMs
      expect(bench.lifecycle.fail(claimed(bench), transient, 'csv')).toBe(expected)
    }
    expect(selectJob(bench.library, id)).toMatchObject({ status: 'failed', attempt: 3, failure_reason: 'worker_died' })
    bench.create('empty')
    expect(bench.lifecycle.fail(claimed(bench), permanent, 'csv')).toBe('failed')
  })

  it('gives a job retried by hand a full set of attempts', () => {
    const bench = lifecycleBench()
    const id = bench.create('empty')
    bench.lifecycle.fail(claimed(bench), permanent, 'csv')
    expect(bench.lifecycle.retry(id)).toBe(id)
    expect(selectJob(bench.library, id)).toMatchObject({ status: 'queued', attempt: 0, failure_code: null })
  })
})

describe('owning', () => {
  it('lets only the latest claim change a job: a run whose job was cancelled and retried changes nothing', () => {
    const bench = lifecycleBench()
    const id = bench.create('twice')
    const old = claimed(bench)
    bench.lifecycle.cancel(id)
    bench.lifecycle.retry(id)
    const current = claimed(bench)
    const record = { name: 'import', pipeline: 'story', elapsedMs: 1, outputPath: 'x' } as const
    expect(bench.lifecycle.beginStage(old, 'story', 'import')).toBe(false)
    expect(bench.lifecycle.finishStage(old, record, table)).toBe('not_owner')
    expect(bench.lifecycle.fail(old, permanent, 'csv')).toBe('not_owner')
    expect(bench.lifecycle.yield(old, false)).toBe(false)
    expect(stateOf(bench, id)).toBe('processing')
    expect(bench.lifecycle.finishStage(current, record, table)).toBe('finished')
  })

  it('gives one active job for one content and one set of options, also on retry', () => {
    const bench = lifecycleBench()
    const first = bench.create('same')
    expect(bench.create('same')).toBe(first)
    expect(bench.create('same', { seed: 2 })).not.toBe(first)
    bench.lifecycle.cancel(first)
    const second = bench.create('same')
    expect(second).not.toBe(first)
    expect(bench.lifecycle.retry(first)).toBe(second)
    expect(stateOf(bench, first)).toBe('cancelled')
  })
})

describe('recovering', () => {
  it('puts a job found running back, and gives up on it at the third death', () => {
    const bench = lifecycleBench()
    const id = bench.create('deadly')
    for (let death = 1; death < maxCrashes; death += 1) {
      claimed(bench)
      expect(bench.lifecycle.recover()).toEqual([{ id, status: 'queued' }])
    }
    claimed(bench)
    expect(bench.lifecycle.recover()).toEqual([{ id, status: 'failed' }])
    expect(selectJob(bench.library, id)).toMatchObject({
      process_deaths: 3,
      failure_reason: 'process_died_repeatedly',
      failure_code: 'PROCESSING_ERROR',
    })
  })

  it('counts deaths at one place only: a page further, and it begins anew', () => {
    const bench = lifecycleBench()
    const id = bench.create('long')
    const dieAt = (pages: number): JobStatus | undefined => {
      claimed(bench)
      bench.lifecycle.recover({ endedCleanly: false, pagesRead: new Map([[id, pages]]) })
      return stateOf(bench, id)
    }
    for (const pages of [100, 200, 300, 400, 500, 500]) expect(dieAt(pages), `${pages}`).toBe('queued')
    // Fewer than before is no progress: a file that loses its pages each time would be tried for ever.
    expect(dieAt(400)).toBe('failed')
    bench.lifecycle.retry(id)
    for (const pages of [100, 200, 300]) expect(dieAt(pages), `${pages} once more`).toBe('queued')
  })

  it('counts deaths anew once another stage is finished', () => {
    const bench = lifecycleBench()
    const id = bench.create('staged')
    for (const name of ['import', 'convert', 'analyze', 'narrate'] as const) {
      const job = claimed(bench)
      const stage = { name, pipeline: 'story', elapsedMs: 1, outputPath: name } as const
      bench.lifecycle.finishStage(job, stage, table)
      expect(bench.lifecycle.recover()).toEqual([{ id, status: 'queued' }])
    }
    claimed(bench)
    expect(bench.lifecycle.recover()).toEqual([{ id, status: 'queued' }])
    claimed(bench)
    expect(bench.lifecycle.recover()).toEqual([{ id, status: 'failed' }])
  })

  it('does not count an attempt that we stopped ourselves', () => {
    const bench = lifecycleBench()
    const id = bench.create('stopped')
    bench.lifecycle.yield(claimed(bench), false)
    expect(selectJob(bench.library, id)).toMatchObject({ status: 'queued', attempt: 0, process_deaths: 0 })
  })
})

describe('progress', () => {
  it('never falls, from stage to stage and attempt to attempt', () => {
    const bench = lifecycleBench()
    const id = bench.create('steady')
    const job = claimed(bench)
    const at = (percent: number) => ({ percent, note: null, units_done: null, units_total: null, unit: null })
    bench.lifecycle.saveProgress(job, at(40))
    bench.lifecycle.saveProgress(job, at(12))
    bench.lifecycle.beginStage(job, 'story', 'import')
    expect(selectJob(bench.library, id)?.percent).toBe(40)
    bench.lifecycle.fail(job, transient, 'csv')
    expect(selectJob(bench.library, id)?.percent).toBe(40)
  })
})

describe('every change', () => {
  it('is whole or not at all: a failure inside its transaction leaves neither the change nor its event', () => {
    let armed: string | null = null
    const bench = lifecycleBench({
      atFaultPoint: (point) => {
        if (point === armed) throw new Error(point)
      },
    })
    const id = bench.create('whole')
    const snapshot = (): string =>
      JSON.stringify([selectJob(bench.library, id), selectJobEvents(bench.library, id).map((event) => event.type)])
    const refuses = (point: string, change: () => unknown): void => {
      const before = snapshot()
      armed = point
      expect(change).toThrow(point)
      armed = null
      expect(snapshot()).toBe(before)
    }
    refuses('claim:inside', () => bench.lifecycle.claim(largest))
    const job = claimed(bench)
    refuses('begin_stage:inside', () => bench.lifecycle.beginStage(job, 'story', 'import'))
    const record = { name: 'import', pipeline: 'story', elapsedMs: 1, outputPath: 'x' } as const
    refuses('finish_stage:inside', () => bench.lifecycle.finishStage(job, record, table))
    refuses('fail:inside', () => bench.lifecycle.fail(job, permanent, 'csv'))
    refuses('cancel:inside', () => bench.lifecycle.cancel(id))
    refuses('recover:inside', () => bench.lifecycle.recover())
    refuses('yield:inside', () => bench.lifecycle.yield(job, false))
    bench.lifecycle.cancel(id)
    refuses('retry:inside', () => bench.lifecycle.retry(id))
  })

  it('follows the drawing: whatever is asked in whatever order, the states stay those of a model', () => {
    type Model = { status: JobStatus; attempt: number; deaths: number }
    const action = fc.constantFrom('claim', 'fail', 'shake', 'cancel', 'retry', 'recover', 'yield')
    holds(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const bench = lifecycleBench({ random: () => 0 })
        const id = bench.create('modelled')
        const model: Model = { status: 'queued', attempt: 0, deaths: 0 }
        let owner: JobRow | null = null
        let changes = 1
        const move = (status: JobStatus, change: Partial<Model> = {}): void => {
          Object.assign(model, { status, ...change })
          changes += 1
        }
        for (const name of actions) {
          const running = model.status === 'processing'
          const over = model.status === 'failed' || model.status === 'cancelled'
          if (name === 'claim') {
            const job = bench.lifecycle.claim(largest)
            expect(job !== null).toBe(model.status === 'queued')
            if (job !== null) {
              owner = job
              move('processing', { attempt: model.attempt + 1 })
            }
          } else if (name === 'fail' && owner !== null) {
            expect(bench.lifecycle.fail(owner, permanent, 'csv') === 'failed').toBe(running)
            if (running) move('failed')
          } else if (name === 'shake' && owner !== null) {
            const outcome = bench.lifecycle.fail(owner, transient, 'csv')
            const expected = !running ? 'not_owner' : model.attempt < 3 ? 'retrying' : 'failed'
            expect(outcome).toBe(expected)
            if (running) move(expected === 'failed' ? 'failed' : 'queued')
          } else if (name === 'cancel') {
            expect(bench.lifecycle.cancel(id)).toBe(!over)
            if (!over) move('cancelled')
          } else if (name === 'retry') {
            bench.lifecycle.retry(id)
            if (over) move('queued', { attempt: 0, deaths: 0 })
          } else if (name === 'recover') {
            bench.lifecycle.recover()
            if (running) move(model.deaths + 1 >= 3 ? 'failed' : 'queued', { deaths: model.deaths + 1 })
          } else if (name === 'yield' && owner !== null) {
            expect(bench.lifecycle.yield(owner, false)).toBe(running)
            if (running) move('queued', { attempt: model.attempt - 1 })
          }
          const row = selectJob(bench.library, id)
          expect(row).toMatchObject({ status: model.status, attempt: model.attempt, process_deaths: model.deaths })
          expect(selectJobEvents(bench.library, id)).toHaveLength(changes)
          expect(selectJobEvents(bench.library, id).at(-1)?.status).toBe(model.status)
        }
        bench.library.close()
      }),
      { numRuns: 60 },
    )
  })
})
