import { describe, expect, it } from 'vitest'
import { isWeekendRhythm } from '../../../../../src/workers/analysis/time/weekend.ts'

/** A week from Monday, 1 March 2021. */
const week = {
  values: new Float64Array(7),
  starts: Array.from({ length: 7 }, (_, day) => `2021-03-0${day + 1}`),
  unit: 'day' as const,
}

describe('a rhythm of the week', () => {
  it('is that of the weekend where the other days are alike', () => {
    expect(isWeekendRhythm(week, Float64Array.from([17, 18, 16, 18, 19, -44, -44]))).toBe(true)
    expect(isWeekendRhythm(week, Float64Array.from([-5, -4, -5, -5, -6, 12, 13]))).toBe(true)
  })

  it('is its own where a working day stands out, or Saturday is no Sunday', () => {
    expect(isWeekendRhythm(week, Float64Array.from([-10, -8, 0, 10, 25, 5, -22]))).toBe(false)
    expect(isWeekendRhythm(week, Float64Array.from([10, 10, 10, 10, 10, 10, -60]))).toBe(false)
  })

  it('is none of months', () => {
    expect(isWeekendRhythm({ ...week, unit: 'month' }, Float64Array.from([1, 1, 1, 1, 1, -2, -3]))).toBe(false)
  })
})
