import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combined, learnedStage, ownPace, ShownTimeLeft, weightedMedian } from '../../../../src/main/jobs/time-left.ts'
import { holds } from '../../../support/property.ts'

const paces = (...pairs: [bytes: number, elapsedMs: number][]) =>
  pairs.map(([bytes, elapsed_ms]) => ({ bytes, cells: null, elapsed_ms }))

const bytes = (count: number) => ({ bytes: count, cells: null })

describe('the learned time of a stage', () => {
  it('is not known from fewer than three runs', () => {
    expect(learnedStage(paces([100, 10], [100, 12]), bytes(100))).toBeNull()
  })

  it('is that of runs on files of the same size, so that neither one slow day nor other sizes count', () => {
    const seen = paces([100, 10], [100, 5_000], [100, 12], [100, 11], [200, 900], [1_000_000, 9_000])
    const learned = learnedStage(seen, bytes(100))
    expect(learned?.ms).toBeGreaterThan(9.5)
    expect(learned?.ms).toBeLessThan(14)
  })

  it('grows with size as it did in the past: to a size between, and a little beyond', () => {
    // 10 ms and 1 ms for each kilobyte.
    const seen = paces(...[20_000, 40_000, 80_000, 300_000].map((size): [number, number] => [size, 10 + size / 1_000]))
    expect(learnedStage(seen, bytes(160_000))?.ms).toBeGreaterThan(150)
    expect(learnedStage(seen, bytes(160_000))?.ms).toBeLessThan(190)
    expect(learnedStage(seen, bytes(600_000))?.ms).toBeGreaterThan(450)
    expect(learnedStage(seen, bytes(600_000))?.ms).toBeLessThan(700)
  })

  it('is surer where past runs agree and are of this size', () => {
    const spreadOf = (seen: ReturnType<typeof paces>, size: number) => learnedStage(seen, bytes(size))?.spread ?? 0
    const agreeing = paces([100, 10], [100, 10], [100, 10])
    expect(spreadOf(agreeing, 100)).toBeLessThan(spreadOf(paces([100, 5], [100, 10], [100, 20]), 100))
    expect(spreadOf(agreeing, 100)).toBeLessThan(spreadOf(agreeing, 500))
  })

  it('is not known for a file of a size unlike all that were seen', () => {
    expect(learnedStage(paces([1_000, 10], [2_000, 20], [4_000, 40]), bytes(1_000_000))).toBeNull()
    expect(learnedStage(paces([100_000, 10], [200_000, 20], [400_000, 40]), bytes(1_000))).toBeNull()
  })

  it('goes by the size of the tables where that is known', () => {
    const seen = [1, 2, 3].map((run) => ({ bytes: 10, cells: 1_000, elapsed_ms: run * 100 }))
    const learned = learnedStage([...seen, ...paces([10, 9_000])], { bytes: 10, cells: 1_000 })
    expect(learned?.ms).toBeCloseTo(200)
  })

  it('takes tables with as many bytes a cell before others of the same size', () => {
    const long = { bytes: 100_000, cells: 1_000 }
    const short = { bytes: 5_000, cells: 1_000 }
    const seen = [1, 2, 3].flatMap(() => [
      { ...long, elapsed_ms: 900 },
      { ...short, elapsed_ms: 100 },
    ])
    expect(learnedStage(seen, long)?.ms).toBeGreaterThan(800)
    expect(learnedStage(seen, short)?.ms).toBeLessThan(110)
  })

  it('is null or a time, whatever was seen', () => {
    const pace = fc.record({
      bytes: fc.integer({ min: 0, max: 1e9 }),
      cells: fc.option(fc.integer({ min: 0, max: 1e9 })),
      elapsed_ms: fc.double({ min: 0, max: 1e6, noNaN: true }),
    })
    const work = fc.record({
      bytes: fc.integer({ min: 0, max: 1e9 }),
      cells: fc.option(fc.integer({ min: 0, max: 1e9 })),
    })
    holds(
      fc.property(fc.array(pace, { maxLength: 30 }), work, (seen, size) => {
        const learned = learnedStage(seen, size)
        return learned === null || (Number.isFinite(learned.ms) && learned.ms > 0 && learned.spread > 0)
      }),
    )
  })
})

describe('the weighted median', () => {
  it('is that of repeated values', () => {
    expect(weightedMedian([1, 2, 3].map((value) => ({ value, weight: 1 })))).toBe(2)
    expect(weightedMedian([1, 2].map((value) => ({ value, weight: 1 })))).toBe(1.5)
    expect(weightedMedian([{ value: 7, weight: 0.1 }])).toBe(7)
  })

  it('lies near what weighs most', () => {
    const weighed = [
      { value: 1, weight: 1 },
      { value: 10, weight: 98 },
      { value: 100, weight: 1 },
    ]
    expect(weightedMedian(weighed)).toBe(10)
  })
})

describe('estimates taken together', () => {
  it('follow the surer one, and are surer than each', () => {
    const both = combined([
      { ms: 100, spread: 0.1 },
      { ms: 400, spread: 0.5 },
    ])
    expect(both?.ms).toBeGreaterThan(100)
    expect(both?.ms).toBeLessThan(110)
    expect(both?.spread).toBeLessThan(0.1)
    expect(combined([])).toBeNull()
  })
})

describe('a stage’s own pace', () => {
  it('is not said before it means something', () => {
    expect(ownPace(10_000, 0.01)).toBeNull()
    expect(ownPace(100, 0.5)).toBeNull()
  })

  it('gives the whole time, the surer the further it is', () => {
    expect(ownPace(3_000, 0.25)?.ms).toBe(12_000)
    expect(ownPace(3_000, 1)?.ms).toBe(3_000)
    expect(ownPace(3_000, 0.9)?.spread).toBeLessThan(ownPace(3_000, 0.3)?.spread ?? 0)
  })
})

describe('the time left that is shown', () => {
  it('shrinks with the estimate and never grows: it stands still until the estimate is there again', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    expect(shown.show(9_000, 1_000)).toBe(9)
    expect(shown.show(9_800, 2_000)).toBe(9)
    expect(shown.show(8_000, 3_800)).toBe(8)
    expect(shown.show(4_000, 4_000)).toBe(4)
  })

  it('may say more once a stage has ended and shown how fast this job is', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    shown.renew()
    expect(shown.show(60_000, 1_000)).toBe(60)
  })

  it('is withdrawn for a moment when it was wrong, and then says something else', () => {
    const shown = new ShownTimeLeft()
    expect(shown.show(10_000, 0)).toBe(10)
    expect(shown.show(60_000, 1_000)).toBeNull()
    expect(shown.show(59_000, 2_000)).toBeNull()
    expect(shown.show(58_500, 2_500)).toBe(59)
    expect(shown.show(58_900, 2_600)).toBe(59)
  })
})
