import { describe, expect, it } from 'vitest'
import {
  type Grain,
  gridSeries,
  periodIndex,
  periodStart,
  unitOf,
} from '../../../../../src/workers/analysis/series/grid.ts'

describe('calendar periods', () => {
  it('start where their number says, for every grain', () => {
    for (const grain of ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[]) {
      for (const date of ['1899-03-31', '1970-01-01', '2024-02-29', '2031-12-31']) {
        const index = periodIndex(date, grain)
        expect(Date.parse(periodStart(index, grain))).toBeLessThanOrEqual(Date.parse(date))
        expect(Date.parse(periodStart(index + 1, grain))).toBeGreaterThan(Date.parse(date))
        expect(periodIndex(periodStart(index, grain), grain)).toBe(index)
      }
    }
  })

  it('weeks start on Mondays', () => {
    expect(periodStart(periodIndex('2024-03-07', 'week'), 'week')).toBe('2024-03-04')
  })

  it('every seventh day is a week, every third month a quarter', () => {
    expect(unitOf({ grain: 'day', step: 7 })).toBe('week')
    expect(unitOf({ grain: 'month', step: 3 })).toBe('quarter')
    expect(unitOf({ grain: 'year', step: 5 })).toBe('year')
  })
})

describe('gridSeries', () => {
  const months = ['2024-01-01', '2024-02-01', '2024-04-01']

  it('bridges holes with a line or with nothing, and counts what was there', () => {
    const grid = { grain: 'month', step: 1 } as const
    expect(gridSeries(months, [1, 2, 4], [1, 1, 1], grid, 'line')).toMatchObject({
      observed: 3,
      bridged: new Set([2]),
      rows: 3,
      values: Float64Array.of(1, 2, 3, 4),
    })
    const withZero = gridSeries(months, [1, 2, 4], [1, 1, 1], grid, 'zero')
    expect(withZero?.values).toEqual(Float64Array.of(1, 2, 0, 4))
    expect(withZero?.bridged).toEqual(new Set())
  })

  it('takes sums a day when lengths are evened out, and keeps the values as they were', () => {
    const days = gridSeries(
      ['2023-01-01', '2023-02-01'],
      [310, 280],
      [31, 28],
      { grain: 'month', step: 1 },
      'line',
      true,
    )
    expect(days?.raw).toEqual(Float64Array.of(310, 280))
    expect(days?.values[0]).toBeCloseTo(days?.values[1] ?? 0, 9)
  })

  it('does not let the last bit of a sum break a tie', () => {
    const series = gridSeries(months, [0.1 + 0.2, 0.3, null], [1, 1, 0], { grain: 'month', step: 1 }, 'line')
    expect(series?.values).toEqual(Float64Array.of(0.3, 0.3))
  })
})
