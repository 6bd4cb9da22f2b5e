import { describe, expect, it } from 'vitest'
import { commonFall, largestFall, typicalStep } from '../../../../../src/workers/analysis/time/largest-fall.ts'

describe('the largest fall of a series', () => {
  it('runs from the highest value before it to the lowest after it, as a ratio', () => {
    expect(largestFall(Float64Array.of(4, 10, 6, 100, 50, 80, 45, 90))).toEqual({ peak: 3, trough: 6 })
    // 10 to 2 is more than 100 to 60.
    expect(largestFall(Float64Array.of(10, 2, 100, 60))).toEqual({ peak: 0, trough: 1 })
  })

  it('is none where nothing falls, and where a ratio means nothing', () => {
    expect(largestFall(Float64Array.of(1, 2, 2, 3))).toBeNull()
    expect(largestFall(Float64Array.of(5, 0, 4))).toBeNull()
    expect(largestFall(new Float64Array())).toBeNull()
  })
})

describe('a fall of several series at once', () => {
  const rising = Float64Array.of(1, 2, 3, 4, 5)
  const dip = Float64Array.of(10, 9, 4, 3, 12)
  const later = Float64Array.of(Number.NaN, 20, 9, 8, 30)
  const flat = Float64Array.of(7, 6, 5, 4, 8)

  it('is the window in which the middle one fell most', () => {
    expect(commonFall([dip, later, flat], 3)).toEqual({ peak: 1, trough: 3 })
  })

  it('needs each of them to fall, and enough of them to be there', () => {
    expect(commonFall([dip, later, rising], 3)).toBeNull()
    expect(commonFall([dip, later], 3)).toBeNull()
    expect(commonFall([dip, flat], 2)).toEqual({ peak: 0, trough: 3 })
  })
})

describe('the typical step', () => {
  it('is the root mean square of the steps, holes passed over', () => {
    expect(typicalStep(Float64Array.of(0, 3, -1))).toBeCloseTo(Math.sqrt(12.5), 12)
    expect(typicalStep(Float64Array.of(0, 2, Number.NaN, 5))).toBe(2)
    expect(typicalStep(Float64Array.of(1))).toBe(0)
  })
})
