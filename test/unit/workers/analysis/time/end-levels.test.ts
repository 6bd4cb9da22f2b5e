import { describe, expect, it } from 'vitest'
import { endLevels } from '../../../../../src/workers/analysis/time/end-levels.ts'
import { roundingStep } from '../../../../../src/workers/analysis/time/rounding-step.ts'
import type { SeriesUnit } from '../../../../../src/workers/analysis/time/series.ts'
import { trend } from '../../../../../src/workers/analysis/time/trend.ts'

function series(unit: SeriesUnit, values: readonly number[]) {
  return { unit, values: Float64Array.from(values), starts: values.map((_value, index) => index) }
}

describe('the levels at both ends of a series', () => {
  it('are means of a whole year of months, whatever the season', () => {
    const months = Array.from({ length: 36 }, (_, index) => 100 + Math.floor(index / 12) * 10 + (index % 12))
    expect(endLevels(series('month', months), null)).toEqual({ first: 105.5, last: 125.5, window: 12 })
  })

  it('are means of a cycle of the series’ own, where it has one', () => {
    expect(endLevels(series('year', [1, 3, 1, 3, 5, 7, 5, 7]), 2)).toEqual({ first: 2, last: 6, window: 2 })
  })

  it('are means of a tenth of years, and single values of few', () => {
    expect(
      endLevels(
        series(
          'year',
          Array.from({ length: 30 }, (_, index) => index),
        ),
        null,
      ),
    ).toEqual({
      first: 1,
      last: 28,
      window: 3,
    })
    expect(endLevels(series('year', [4, 5, 9]), null)).toEqual({ first: 4, last: 9, window: 1 })
  })

  it('never lie outside what was observed, where a fitted line does', () => {
    const values = Array.from({ length: 40 }, (_, index) => Math.max(0, index - 10))
    const { ends, fittedFirst, gate } = trend(series('year', values), null)
    expect(gate).toBe(true)
    expect(fittedFirst).toBeLessThan(0)
    expect(ends.first).toBe(0)
    expect(ends.last).toBeLessThanOrEqual(29)
  })
})

describe('the step values are rounded to', () => {
  it('is the power of ten all are multiples of', () => {
    expect(roundingStep([1, 2, 300])).toBe(1)
    expect(roundingStep([1.5, 2, 3.25])).toBe(0.01)
    expect(roundingStep([-0.1, 0.3])).toBe(0.1)
  })

  it('is none where values have no common one', () => {
    expect(roundingStep([Math.PI, 1])).toBe(0)
  })
})
