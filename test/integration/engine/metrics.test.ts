import { describe, expect, it } from 'vitest'
import { depthOverTime, measureJobs, summarise } from '../../../src/main/jobs/metrics.ts'
import { largest, lifecycleBench, permanent, transient } from '../../support/engine/library.ts'

describe('a summary of durations', () => {
  it('takes median and 95th percentile by nearest rank', () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index)
    expect(summarise(values)).toEqual({ count: 20, medianMs: 10, p95Ms: 19, meanMs: 10.5 })
  })

  it('says nothing of nothing', () => {
    expect(summarise([])).toEqual({ count: 0, medianMs: null, p95Ms: null, meanMs: null })
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

describe('the metrics of the queue', () => {
  it('count what happened, from the record of changes alone', () => {
    const { lifecycle, library, clock, create } = lifecycleBench()
    const since = clock.now
    create('a.csv')
    create('b.csv')
    const c = create('c.csv')
    clock.now += 1_000
    const a = lifecycle.claim(largest)
    const b = lifecycle.claim(largest)
    if (a === null || b === null) throw new Error('nothing to claim')
    lifecycle.finishStage(a, { name: 'import', pipeline: 'story', elapsedMs: 40, outputPath: 'x' }, 'csv')
    lifecycle.fail(a, permanent, 'csv')
    lifecycle.fail(b, transient, 'xlsx')
    lifecycle.cancel(c)
    const metrics = measureJobs(library, since, clock.now + 1)
    expect(metrics).toMatchObject({
      jobs: { created: 3, completed: 0, failed: 1, cancelled: 1, queued: 1, processing: 0 },
      successRate: 0,
      waiting: { count: 2, medianMs: 1_000 },
      stages: [{ stage: 'import', kind: 'csv', count: 1, medianMs: 40 }],
      failures: [{ code: 'PREPROCESSING_ERROR', reason: 'empty_file', kind: 'csv', count: 1 }],
      automaticRetries: 1,
      manualRetries: 0,
    })
    expect(metrics.queueDepth.at(0)?.depth).toBe(3)
    expect(metrics.queueDepth.at(-1)?.depth).toBe(3)
  })
})
