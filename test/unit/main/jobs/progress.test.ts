import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Announcer } from '../../../../src/main/jobs/announcer.ts'
import { ProgressMeter } from '../../../../src/main/jobs/progress.ts'

describe('a run’s progress', () => {
  const meter = (percent = 0) =>
    new ProgressMeter({ pipeline: 'story', bytes: 100, percent, paces: () => [], now: () => 0 })

  it('rises through the shares of the stages', () => {
    const progress = meter()
    progress.begin('convert')
    expect(progress.snapshot().percent).toBe(5)
    progress.report({ done: 50, total: 100, unit: 'rows', note: 'reading' })
    expect(progress.snapshot()).toEqual({
      percent: 25,
      note: 'reading',
      units: { done: 50, total: 100, unit: 'rows' },
      secondsLeft: null,
    })
  })

  it('never falls: not when a stage revises its total, nor below where an earlier attempt was', () => {
    const progress = meter(30)
    progress.begin('convert')
    progress.report({ done: 50, total: 100, unit: 'rows', note: null })
    expect(progress.snapshot().percent).toBe(30)
    progress.report({ done: 90, total: 100, unit: 'rows', note: null })
    progress.report({ done: 91, total: 1_000, unit: 'rows', note: null })
    expect(progress.snapshot().percent).toBe(41)
  })

  it('counts units without a total and claims nothing from them', () => {
    const progress = meter()
    progress.begin('convert')
    progress.report({ done: 5_000, total: null, unit: 'rows', note: null })
    expect(progress.snapshot()).toMatchObject({ percent: 5, units: { done: 5_000, total: null } })
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
