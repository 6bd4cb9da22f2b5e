import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { learnedStageMs, runningStageMs, ShownTimeLeft } from '../../../../src/main/jobs/time-left.ts'

const paces = (...pairs: [bytes: number, elapsedMs: number][]) =>
  pairs.map(([bytes, elapsed_ms]) => ({ bytes, cells: null, elapsed_ms }))

const bytes = (count: number) => ({ bytes: count, cells: null })

describe('the learned time of a stage', () => {
  it('is not known from fewer than three runs', () => {
    expect(learnedStageMs(paces([100, 10], [100, 12]), bytes(100))).toBeNull()
  })

  it('is the median of runs on files of near size, so that one slow day does not count', () => {
    expect(learnedStageMs(paces([100, 10], [100, 5_000], [100, 12], [1_000_000, 9_000]), bytes(100))).toBe(12)
  })

  it('follows the line through all runs where none was on a file of near size', () => {
    expect(learnedStageMs(paces([1_000, 110], [2_000, 120], [4_000, 140]), bytes(40_000))).toBeCloseTo(500)
  })

  it('is not known for a file of a size unlike all that were seen', () => {
    expect(learnedStageMs(paces([1_000, 10], [2_000, 20], [4_000, 40]), bytes(1_000_000))).toBeNull()
    expect(learnedStageMs(paces([100_000, 10], [200_000, 20], [400_000, 40]), bytes(1_000))).toBeNull()
  })

  it('goes by the size of the tables where that is known', () => {
    const seen = [1, 2, 3].map((run) => ({ bytes: 10, cells: 1_000, elapsed_ms: run * 100 }))
    expect(learnedStageMs([...seen, ...paces([10, 9_000])], { bytes: 10_000_000, cells: 1_000 })).toBe(200)
  })

  it('is null or a time, whatever was seen', () => {
    const pace = fc.record({
      bytes: fc.integer({ min: 1, max: 1e9 }),
      cells: fc.constant(null),
      elapsed_ms: fc.double({ min: 0, max: 1e6, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(pace, { maxLength: 30 }), fc.integer({ min: 1, max: 1e9 }), (seen, size) => {
        const learned = learnedStageMs(seen, bytes(size))
        return learned === null || (Number.isFinite(learned) && learned >= 0)
      }),
    )
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

  it('may say more once a stage has ended and shown how fast this job is', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    shown.renew()
    expect(shown.show(60_000, 1_000)).toBe(60)
  })

  it('is withdrawn when it was wrong, and comes back once it holds again', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    expect(shown.show(60_000, 1_000)).toBeNull()
    expect(shown.show(2_000, 8_000)).toBe(2)
  })
})
