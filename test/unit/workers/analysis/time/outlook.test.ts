import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../../src/workers/analysis/statistics/seeded-random.ts'
import { latestAgainstExpected, outlook } from '../../../../../src/workers/analysis/time/outlook.ts'

/** Rain by month, with a wet and a dry season: never below zero, and close to it for half of the year. */
function rain(): Float64Array {
  const random = seededRandom(7)
  return Float64Array.from({ length: 96 }, (_, month) => {
    const level = 40 * (1 + Math.cos((2 * Math.PI * (month + 0.5)) / 12))
    return Math.max(0, level + 15 * random.normal())
  })
}

describe('what the past of an amount lets one expect', () => {
  it('an interval stops where no value can be, and says so; without such a floor it goes on', () => {
    const free = outlook(rain(), 12)
    const cut = outlook(rain(), 12, 0)
    expect(Math.min(...(free?.low ?? []))).toBeLessThan(-10)
    expect([free?.cut, cut?.cut]).toEqual([false, true])
    for (const [step, low] of (cut?.low ?? []).entries()) {
      expect(low).toBe(Math.max(0, free?.low[step] ?? Number.NaN))
      expect(cut?.values[step]).toBe(Math.max(0, free?.values[step] ?? Number.NaN))
      expect(cut?.high[step]).toBe(Math.max(0, free?.high[step] ?? Number.NaN))
    }
    expect(cut?.coverage).toBe(free?.coverage)
  })

  it('an interval that lies above the floor is as it would be without one', () => {
    const high = rain().map((value) => value + 1_000)
    expect(outlook(high, 12, 0)).toEqual(outlook(high, 12))
    expect(latestAgainstExpected(high, 12, 0)).toEqual(latestAgainstExpected(high, 12))
  })

  it('the last value is held against an interval that stops at the floor, by the same error as ever', () => {
    // In the dry season little is to be expected.
    const known = rain().subarray(0, 90)
    const values = Float64Array.of(...known, 300)
    const free = latestAgainstExpected(values, 12)
    const cut = latestAgainstExpected(values, 12, 0)
    expect(free?.low).toBeLessThan(0)
    expect([cut?.low, cut?.cut]).toEqual([0, true])
    expect(cut?.high).toBe(free?.high)
    expect(cut?.expected).toBe(Math.max(0, free?.expected ?? Number.NaN))
    expect(cut?.residual).toBe(300 - (cut?.expected ?? Number.NaN))
    const usual = (free?.residual ?? 0) / (free?.z ?? 1)
    expect((cut?.residual ?? 0) / (cut?.z ?? 1)).toBeCloseTo(usual, 9)
  })
})
