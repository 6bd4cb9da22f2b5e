import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { depthOverTime, measureJobs, summarise } from '../../../src/main/jobs/metrics.ts'
import { deleteJob } from '../../../src/main/store/expired-jobs.ts'
import type { JobRow } from '../../../src/main/store/jobs.ts'
import { metricsSchema } from '../../../src/shared/job/metrics.ts'
import type { StageName } from '../../../src/shared/job/stage.ts'
import {
  emptyResult,
  type LifecycleBench,
  largest,
  lifecycleBench,
  permanent,
  transient,
} from '../../support/engine/library.ts'
import { holds } from '../../support/property.ts'

describe('a summary of durations', () => {
  it('takes median and 95th percentile by nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index)
    expect(summarise(values)).toEqual({ count: 20, medianMs: 10, p95Ms: 19, meanMs: 10.5 })
    expect(summarise([7])).toEqual({ count: 1, medianMs: 7, p95Ms: 7, meanMs: 7 })
  })

  it('says nothing of nothing', () => {
    expect(summarise([])).toEqual({ count: 0, medianMs: null, p95Ms: null, meanMs: null })
  })

  it('names values that were measured: half of them at or below the median, 95 in 100 at or below the percentile', () => {
    holds(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 200 }), (values) => {
        const { medianMs, p95Ms } = summarise(values)
        const atMost = (limit: number | null): number => values.filter((value) => value <= (limit ?? -1)).length
        expect(values).toContain(medianMs)
        expect(values).toContain(p95Ms)
        expect(atMost(medianMs)).toBeGreaterThanOrEqual(values.length / 2)
        expect(atMost(p95Ms)).toBeGreaterThanOrEqual(0.95 * values.length)
      }),
    )
  })
})

describe('the depth of the queue over time', () => {
  it('keeps the most of each period and goes on into quiet ones', () => {
    const depths = depthOverTime(
      [
        { at: -10, depth: 2 },
        { at: 5, depth: 3 },
        { at: 6, depth: 1 },
      ],
      0,
      480,
    ).map((period) => period.depth)
    expect(depths.slice(0, 3)).toEqual([3, 1, 1])
    expect(depths).toHaveLength(48)
  })
})

/** A day of a queue, by hand: each line's time is in seconds since its begin. */
class Day {
  readonly bench: LifecycleBench = lifecycleBench({ random: () => 0.5 })
  readonly beganAt = this.bench.clock.now
  readonly #running = new Map<string, JobRow>()

  at(seconds: number): this {
    this.bench.clock.now = this.beganAt + seconds * 1_000
    return this
  }

  create(name: string): this {
    this.bench.create(name)
    return this
  }

  claim(name: string): this {
    const job = this.bench.lifecycle.claim(largest)
    expect(job?.source_name).toBe(name)
    if (job !== null) this.#running.set(name, job)
    return this
  }

  stage(name: string, stage: StageName, elapsedMs: number, kind: 'csv' | 'xlsx'): this {
    const record = { name: stage, pipeline: 'story', elapsedMs, outputPath: stage } as const
    expect(this.bench.lifecycle.finishStage(this.job(name), record, { kind, pipeline: 'story' })).toBe('finished')
    return this
  }

  job(name: string): JobRow {
    const job = this.#running.get(name)
    if (job === undefined) throw new Error(`${name} does not run`)
    return job
  }

  complete(name: string): this {
    expect(this.bench.lifecycle.complete(this.job(name), emptyResult(`story of ${name}`), 'key')).toBe(true)
    return this
  }

  metrics(fromSeconds: number, toSeconds: number) {
    const { library } = this.bench
    return measureJobs(library, this.beganAt + fromSeconds * 1_000, this.beganAt + toSeconds * 1_000)
  }
}

function aDay(): Day {
  const day = new Day()
  const { lifecycle } = day.bench
  day.at(0).create('a').create('b').create('c').create('d')
  day.at(10).claim('a').stage('a', 'import', 100, 'csv').stage('a', 'convert', 900, 'csv')
  day.at(20).complete('a')
  day.at(20).claim('b').stage('b', 'import', 300, 'xlsx')
  // Fails for a while, waits 1 s (half of 2 s), is claimed again at once: no second wait for a first claim.
  lifecycle.fail(day.job('b'), transient, 'xlsx')
  day.at(21).claim('b').stage('b', 'convert', 4_000, 'xlsx')
  day.at(60).complete('b')
  day.at(60).claim('c').stage('c', 'import', 200, 'csv')
  lifecycle.fail(day.job('c'), permanent, 'csv')
  day.at(100)
  lifecycle.retry(day.job('c').id)
  lifecycle.cancel('job-4')
  day.at(130).claim('c')
  // The process dies and another starts.
  day.at(140)
  lifecycle.recover()
  day.claim('c')
  day.at(150).stage('c', 'convert', 1_100, 'csv').complete('c')
  return day
}

describe('the metrics of the queue', () => {
  it('are those counted by hand', () => {
    const metrics = aDay().metrics(0, 200)
    expect(metricsSchema.parse(metrics)).toEqual(metrics)
    expect(metrics).toMatchObject({
      jobs: { created: 4, completed: 3, failed: 1, cancelled: 1, queued: 0, processing: 0 },
      // c failed once and completed once: both are ends.
      successRate: 3 / 4,
      // a 10 s, b 20 s, c 60 s and, after its retry by hand, 30 s.
      waiting: { count: 4, medianMs: 20_000, p95Ms: 60_000, meanMs: 30_000 },
      // a 10 s; b from its first claim, 40 s; c from the first since its retry, 20 s.
      running: { count: 3, medianMs: 20_000, p95Ms: 40_000, meanMs: 70_000 / 3 },
      automaticRetries: 1,
      manualRetries: 1,
      recoveries: 1,
      failures: [{ code: 'PREPROCESSING_ERROR', reason: 'empty_file', kind: 'csv', count: 1 }],
    })
    const stages = metrics.stages.map(({ stage, kind, count, medianMs, p95Ms }) => [
      stage,
      kind,
      count,
      medianMs,
      p95Ms,
    ])
    expect(stages.toSorted()).toEqual(
      [
        ['import', 'csv', 2, 100, 200],
        ['convert', 'csv', 2, 900, 1_100],
        ['import', 'xlsx', 1, 300, 300],
        ['convert', 'xlsx', 1, 4_000, 4_000],
      ].toSorted(),
    )
  })

  it('show how deep the queue was, period by period', () => {
    const { queueDepth } = aDay().metrics(0, 480)
    const depths = queueDepth.map(({ depth }) => depth)
    // Periods of 10 s: four waited until 10 s, three until 20 s; then c and d, b only for the second of its delay.
    expect(depths.slice(0, 4)).toEqual([4, 4, 3, 2])
    // d alone once c runs, both again at the retry by hand, then c, until nobody waits.
    expect(depths.slice(6, 11)).toEqual([2, 1, 1, 1, 2])
    expect(depths.slice(11, 14)).toEqual([1, 1, 1])
    expect(depths.slice(16)).toEqual(Array.from({ length: 32 }, () => 0))
  })

  it('leave out what was before, and keep what belonged to jobs since removed', () => {
    const day = aDay()
    const since = day.metrics(95, 200)
    expect(since).toMatchObject({
      jobs: { created: 0, completed: 1, failed: 0, cancelled: 1 },
      successRate: 1,
      waiting: { count: 1, medianMs: 30_000 },
      automaticRetries: 0,
      manualRetries: 1,
    })
    const before = day.metrics(0, 200)
    expect(deleteJob(day.bench.library, 'job-4')).toBe(true)
    expect(day.metrics(0, 200)).toEqual(before)
  })

  it('say nothing of an empty library', () => {
    const { library, clock } = lifecycleBench()
    expect(measureJobs(library, clock.now - 1_000, clock.now)).toMatchObject({
      successRate: null,
      waiting: { count: 0, medianMs: null },
      stages: [],
      failures: [],
    })
  })

  it('hold however the queue was used: what was made is waiting, running, over or removed', () => {
    const step = fc.constantFrom('create', 'claim', 'complete', 'fail', 'cancel')
    holds(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const bench = lifecycleBench()
        const since = bench.clock.now
        const running: JobRow[] = []
        for (const [index, name] of steps.entries()) {
          bench.clock.now += 1_000
          if (name === 'create') bench.create(`job ${index}`)
          else if (name === 'claim') {
            const job = bench.lifecycle.claim(largest)
            if (job !== null) running.push(job)
          } else {
            const job = running.shift()
            if (job === undefined) continue
            if (name === 'complete') bench.lifecycle.complete(job, emptyResult(`s${index}`), 'key')
            else if (name === 'fail') bench.lifecycle.fail(job, permanent, 'csv')
            else bench.lifecycle.cancel(job.id)
          }
        }
        const { jobs, queueDepth, waiting } = measureJobs(bench.library, since, bench.clock.now + 1)
        expect(jobs.queued + jobs.processing + jobs.completed + jobs.failed + jobs.cancelled).toBe(jobs.created)
        expect(queueDepth.at(-1)?.depth).toBeGreaterThanOrEqual(jobs.queued)
        expect(waiting.count).toBe(jobs.created - jobs.queued)
        bench.library.close()
      }),
      { numRuns: 40 },
    )
  })
})
