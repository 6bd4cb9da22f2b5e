import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseDelayMs, longestDelayMs, retryDelayMs } from '../../../../src/main/jobs/backoff.ts'
import { holds } from '../../../support/property.ts'

const almostOne = 1 - Number.EPSILON

describe('the delay before an automatic retry', () => {
  it('doubles its ceiling with each attempt, up to the cap', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7].map((attempt) => Math.round(retryDelayMs(attempt, () => almostOne) / 1_000))
    expect(ceilings).toEqual([2, 4, 8, 16, 32, 60, 60])
  })

  it('is spread over all of 0 to the ceiling', () => {
    expect(retryDelayMs(1, () => 0)).toBe(0)
    expect(retryDelayMs(1, () => 0.5)).toBe(baseDelayMs / 2)
  })

  it('never leaves 0 to the cap', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.double({ min: 0, max: almostOne, noNaN: true }), (n, r) => {
        const delay = retryDelayMs(n, () => r)
        return Number.isInteger(delay) && delay >= 0 && delay <= longestDelayMs
      }),
    )
  })

  it('refuses an attempt that is none', () => {
    expect(() => retryDelayMs(0, Math.random)).toThrow(RangeError)
  })
})
