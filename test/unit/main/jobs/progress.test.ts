import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Announcer } from '../../../../src/main/jobs/announcer.ts'
import { ProgressMeter } from '../../../../src/main/jobs/progress.ts'
import type { Pace } from '../../../../src/main/jobs/time-left.ts'
import type { StageName } from '../../../../src/shared/job/stage.ts'
import { holds } from '../../../support/property.ts'

describe('a run’s progress', () => {
  const meter = (percent = 0) =>
    new ProgressMeter({ pipeline: 'story', bytes: 100, percent, paces: () => [], now: () => 0 })

  it('rises through the shares of the stages', () => {
    const progress = meter()
    progress.begin('convert')
    expect(progress.snapshot().percent).toBe(2)
    progress.report({ done: 50, total: 100, unit: 'rows', note: 'reading' })
    expect(progress.snapshot()).toEqual({
      percent: 14.5,
      note: 'reading',
      units: { done: 50, total: 100, unit: 'rows' },
      secondsLeft: null,
    })
  })

  it('never falls: not when a stage revises its total, nor below where an earlier attempt was', () => {
    const progress = meter(20)
    progress.begin('convert')
    progress.report({ done: 50, total: 100, unit: 'rows', note: null })
    expect(progress.snapshot().percent).toBe(20)
    progress.report({ done: 90, total: 100, unit: 'rows', note: null })
    progress.report({ done: 91, total: 1_000, unit: 'rows', note: null })
    expect(progress.snapshot().percent).toBe(24.5)
  })

  it('counts units without a total and claims nothing from them', () => {
    const progress = meter()
    progress.begin('convert')
    progress.report({ done: 5_000, total: null, unit: 'rows', note: null })
    expect(progress.snapshot()).toMatchObject({ percent: 2, units: { done: 5_000, total: null } })
  })
})

describe('the time left of a run', () => {
  const learned: Record<StageName, number> = {
    import: 1_000,
    convert: 10_000,
    analyze: 20_000,
    narrate: 2_000,
    visualize: 2_000,
  }
  const pacesOf = (stage: StageName): Pace[] =>
    [1, 2, 3].map(() => ({ bytes: 100, cells: null, elapsed_ms: learned[stage] }))

  function metered(paces = pacesOf) {
    const clock = { now: 0 }
    const meter = new ProgressMeter({ pipeline: 'story', bytes: 100, percent: 0, paces, now: () => clock.now })
    return { clock, meter }
  }

  it('is that of past jobs before the first report', () => {
    const { meter } = metered()
    meter.begin('convert')
    expect(meter.snapshot().secondsLeft).toBe(34)
  })

  it('is not known while a later stage was never seen', () => {
    const { meter } = metered((stage) => (stage === 'visualize' ? [] : pacesOf(stage)))
    meter.begin('convert')
    expect(meter.snapshot().secondsLeft).toBeNull()
  })

  it('takes later stages at the tempo that the finished ones showed, as far as that is to be trusted', () => {
    const { clock, meter } = metered()
    meter.begin('convert')
    clock.now = 20_000
    expect(meter.finish()).toBe(20_000)
    meter.begin('analyze')
    // Twice as slow as learned: nearly twice 20 + 2 + 2 seconds to come.
    expect(meter.snapshot().secondsLeft).toBeGreaterThan(36)
    expect(meter.snapshot().secondsLeft).toBeLessThanOrEqual(48)
  })

  it('makes nothing of how long the import took: that is the start of a thread', () => {
    const { clock, meter } = metered()
    meter.begin('import')
    clock.now = 20_000
    meter.finish()
    meter.begin('convert')
    expect(meter.snapshot().secondsLeft).toBe(34)
  })

  it('follows the running stage’s own pace, the more the further it is', () => {
    const leftAt = (percent: number): number => {
      const { clock, meter } = metered()
      meter.begin('analyze')
      // Twice as fast as learned.
      clock.now = 100 * percent
      meter.report({ done: percent, total: 100, unit: 'percent', note: null })
      return meter.snapshot().secondsLeft ?? Number.NaN
    }
    const trueLeft = (percent: number): number => 10 - percent / 10 + 2 + 2
    expect(leftAt(10) / trueLeft(10)).toBeGreaterThan(1.3)
    expect(leftAt(50) / trueLeft(50)).toBeLessThan(1.6)
    expect(leftAt(90) / trueLeft(90)).toBeLessThan(1.3)
  })

  it('goes by when the stage last got further, not by when it is looked at', () => {
    const { clock, meter } = metered(() => [])
    meter.begin('visualize')
    clock.now = 2_000
    meter.report({ done: 25, total: 100, unit: 'charts', note: null })
    expect(meter.snapshot().secondsLeft).toBe(6)
    clock.now = 4_000
    expect(meter.snapshot().secondsLeft).toBe(4)
  })

  it('is withdrawn when a silent stage has long outlasted what was learned', () => {
    const { clock, meter } = metered()
    meter.begin('narrate')
    clock.now = 7_000
    expect(meter.snapshot().secondsLeft).toBeNull()
  })

  it('comes back when a stage that was slower than learned tells how far it is', () => {
    const { clock, meter } = metered()
    meter.begin('analyze')
    expect(meter.snapshot().secondsLeft).toBe(24)
    clock.now = 60_000
    meter.report({ done: 50, total: 100, unit: 'percent', note: null })
    expect(meter.snapshot().secondsLeft).toBeNull()
    clock.now = 61_600
    meter.report({ done: 51, total: 100, unit: 'percent', note: null })
    expect(meter.snapshot().secondsLeft).toBeGreaterThan(30)
  })

  it('never grows within a stage without having been withdrawn, nor does the percentage ever fall, whatever is reported', () => {
    const report = fc.record({
      afterMs: fc.nat(5_000),
      done: fc.nat(120),
      total: fc.option(fc.integer({ min: 1, max: 120 })),
    })
    holds(
      fc.property(fc.array(report, { maxLength: 40 }), (reports) => {
        const { clock, meter } = metered()
        meter.begin('analyze')
        let before = meter.snapshot()
        let said = before.secondsLeft ?? Number.POSITIVE_INFINITY
        for (const { afterMs, done, total } of reports) {
          clock.now += afterMs
          meter.report({ done, total, unit: 'rows', note: null })
          const { percent, secondsLeft } = meter.snapshot()
          expect(percent).toBeGreaterThanOrEqual(before.percent)
          if (secondsLeft !== null) expect(secondsLeft).toBeLessThanOrEqual(said)
          said = secondsLeft ?? Number.POSITIVE_INFINITY
          before = meter.snapshot()
        }
      }),
    )
  })
})

describe('telling of changes', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tells at most ten times a second a job, the last state always', () => {
    const told: string[] = []
    const announcer = new Announcer(
      (id) => told.push(id),
      100,
      () => Date.now(),
    )
    for (let ms = 0; ms < 1_000; ms += 5) {
      announcer.changed('a')
      vi.advanceTimersByTime(5)
    }
    expect(told.length).toBeGreaterThan(8)
    expect(told.length).toBeLessThanOrEqual(11)
    announcer.changed('a')
    const before = told.length
    announcer.settled('a')
    expect(told).toHaveLength(before + 1)
    vi.advanceTimersByTime(1_000)
    expect(told).toHaveLength(before + 1)
  })

  it('keeps jobs apart', () => {
    const told: string[] = []
    const announcer = new Announcer(
      (id) => told.push(id),
      100,
      () => Date.now(),
    )
    announcer.changed('a')
    announcer.changed('b')
    expect(told).toEqual(['a', 'b'])
  })
})
