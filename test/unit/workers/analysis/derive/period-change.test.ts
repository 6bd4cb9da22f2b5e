import { describe, expect, it } from 'vitest'
import { periodChangeNumbers } from '../../../../../src/workers/analysis/derive/period-change.ts'

/** One row a year and group: amounts with how many rows they are the sum of. */
function columnsOf(cells: readonly (readonly [year: number, group: string | null, amount: number, weight: number])[]) {
  return [
    cells.map(([year]) => year),
    cells.map(([, group]) => group),
    cells.map(([, , amount]) => amount),
    cells.map(([, , , weight]) => weight),
    cells.map(([, , , weight]) => weight),
    cells.map(() => 1),
  ]
}

const years = { grain: 'year', from: '2020-01-01', to: '2021-01-01', true_zero: true }

describe('the numbers of a change', () => {
  it('split a sum exactly into what its groups contribute', () => {
    const columns = columnsOf([
      [2020, 'a', 100, 10],
      [2020, 'b', 50, 5],
      [2021, 'a', 160, 10],
      [2021, 'b', 40, 5],
    ])
    expect(periodChangeNumbers(columns, { ...years, form: 'total', best: 'a' })).toMatchObject({
      first: 150,
      last: 200,
      change: 50,
      change_share: 1 / 3,
      best_change: 60,
      best_part: 1.2,
      rest_change: -10,
      n: 30,
    })
  })

  it('split an average into the averages of its groups and their mix, which add up', () => {
    const columns = columnsOf([
      [2020, 'a', 900, 90],
      [2020, 'b', 20, 10],
      [2021, 'a', 100, 10],
      [2021, 'b', 180, 90],
    ])
    const { change, mix, own_rates, mix_part } = periodChangeNumbers(columns, { ...years, form: 'average', mix: true })
    expect(change).toBeCloseTo(2.8 - 9.2, 12)
    expect(mix).toBeCloseTo(-6.4, 12)
    expect(own_rates).toBeCloseTo(0, 12)
    expect(mix_part).toBeCloseTo(1, 12)
  })

  it('count which groups rose and which fell, of those there in both periods', () => {
    const columns = columnsOf([
      [2020, 'a', 10, 1],
      [2020, 'b', 10, 1],
      [2020, 'gone', 10, 1],
      [2021, 'a', 12, 1],
      [2021, 'b', 9, 1],
    ])
    const numbers = periodChangeNumbers(columns, { ...years, form: 'average', moves: true, best: 'b' })
    expect(numbers).toMatchObject({ up: 1, down: 1, entities: 2, best_first: 10, best_last: 9 })
  })

  it('average the periods at the ends of a long series, and hold the last against a year before', () => {
    const long = columnsOf(Array.from({ length: 30 }, (_, index) => [1990 + index, null, index, 1] as const))
    const ends = { ...years, from: '1990-01-01', to: '2019-01-01', form: 'average', window: 3 }
    expect(periodChangeNumbers(long, ends)).toMatchObject({ first: 1, last: 28, window: 3, periods: 30 })
    const before = { ...years, from: '1990-01-01', to: '2019-01-01', form: 'average', year_before: '2018-01-01' }
    expect(periodChangeNumbers(long, before)).toMatchObject({ last: 29, year_before: 28, year_before_change: 1 })
  })

  it('tell no share of what has no true zero, and refuse periods that are not there', () => {
    const columns = columnsOf([
      [2020, null, 10, 1],
      [2021, null, 20, 1],
    ])
    const degrees = { ...years, form: 'average', true_zero: false }
    expect(periodChangeNumbers(columns, degrees)).toMatchObject({ change: 10, change_share: null, times: null })
    expect(() => periodChangeNumbers(columns, { ...degrees, to: '2022-01-01' })).toThrow('not in this query')
  })
})
