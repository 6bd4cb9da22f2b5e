import { describe, expect, it } from 'vitest'
import { learnedStageMs, runningStageMs, ShownTimeLeft } from '../../../../src/main/jobs/time-left.ts'

const paces = (...pairs: [bytes: number, elapsedMs: number][]) =>
  pairs.map(([bytes, elapsed_ms]) => ({ bytes, elapsed_ms }))

describe('the learned time of a stage', () => {
  it('is not known from fewer than three runs', () => {
    expect(learnedStageMs(paces([100, 10], [100, 12]), 100)).toBeNull()
  })

  it('is the median of runs on files of near size', () => {
    expect(learnedStageMs(paces([100, 10], [120, 50], [90, 12], [1_000_000, 9_000]), 100)).toBe(12)
  })

  it('scales with size where no run was on a file of near size', () => {
    expect(learnedStageMs(paces([1_000, 10], [2_000, 20], [4_000, 40]), 1_000_000)).toBeCloseTo(10_000)
  })
})

describe('what is left of the running stage', () => {
  it('is not said before it means something', () => {
    expect(runningStageMs(10_000, null)).toBeNull()
    expect(runningStageMs(10_000, 0.01)).toBeNull()
    expect(runningStageMs(100, 0.5)).toBeNull()
  })

  it('follows from its own pace', () => {
    expect(runningStageMs(3_000, 0.25)).toBe(9_000)
    expect(runningStageMs(3_000, 1)).toBe(0)
  })
})

describe('the time left that is shown', () => {
  it('shrinks with the clock and never grows', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    expect(shown.show(9_800, 1_000)).toBe(9)
    expect(shown.show(4_000, 2_000)).toBe(4)
  })

  it('is withdrawn when it was wrong, and comes back once it holds again', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    expect(shown.show(60_000, 1_000)).toBeNull()
    expect(shown.show(2_000, 8_000)).toBe(2)
  })
})
