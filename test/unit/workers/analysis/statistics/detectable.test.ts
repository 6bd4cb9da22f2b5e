/** Sizes against Cohen's tables (1988): §3.4 for r, §2.4 for d; both at α .05, power .80. */
import { describe, expect, it } from 'vitest'
import {
  detectableCorrelation,
  detectableDifference,
} from '../../../../../src/workers/analysis/statistics/detectable.ts'

const usual = { alpha: 0.05, power: 0.8 }

describe('the smallest effect that so many rows show', () => {
  it.each([
    [783, 0.1],
    [85, 0.3],
    [30, 0.49],
  ])('among %i rows is a correlation of %f', (rows, least) => {
    expect(detectableCorrelation({ ...usual, rows })).toBeCloseTo(least, 2)
  })

  it.each([
    [786, 0.2],
    [128, 0.5],
    [52, 0.78],
  ])('among %i rows in two halves is a difference of %f standard deviations', (rows, least) => {
    expect(detectableDifference({ ...usual, rows })).toBeCloseTo(least, 1)
  })

  it('is larger where more was tried, and nothing is seen in a handful of rows', () => {
    expect(detectableCorrelation({ alpha: 0.05 / 100, power: 0.8, rows: 85 })).toBeGreaterThan(0.4)
    expect(detectableCorrelation({ ...usual, rows: 3 })).toBe(1)
    expect(detectableDifference({ ...usual, rows: 1 })).toBe(Number.POSITIVE_INFINITY)
  })
})
