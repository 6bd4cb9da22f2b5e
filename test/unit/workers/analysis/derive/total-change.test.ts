import { describe, expect, it } from 'vitest'
import { totalChange, totalChangeNumbers } from '../../../../../src/workers/analysis/derive/total-change.ts'
import { uniform } from '../../../../support/data.ts'

describe('the change of a total', () => {
  it('is what its parts add up to, to the last cent, whatever binary fractions make of cents', () => {
    const random = uniform(3)
    const cents = () => Math.floor(random() * 1e7)
    for (let run = 0; run < 200; run += 1) {
      const parts = Array.from({ length: 1 + (run % 17) }, (_, at) => ({ name: `p${at}`, was: cents(), is: cents() }))
      const {
        before,
        after,
        change,
        parts: changed,
      } = totalChange(
        [parts.map(({ name }) => name), parts.map(({ was }) => was / 100), parts.map(({ is }) => is / 100)],
        2,
      )
      const inCents = (value: number): number => Math.round(value * 100)
      expect(changed.reduce((sum, part) => sum + inCents(part.change), 0)).toBe(inCents(change))
      expect(inCents(after) - inCents(before)).toBe(inCents(change))
      for (const value of [before, after, change, ...changed.map((part) => part.change)]) {
        expect(Number(value.toFixed(2))).toBe(value)
      }
    }
  })

  it('has no cent of its own where tenths do not add up in binary', () => {
    const { change, parts } = totalChange(
      [
        ['a', 'b'],
        [0, 0],
        [0.1, 0.2],
      ],
      1,
    )
    expect(change).toBe(0.3)
    expect(parts.map((part) => part.change)).toEqual([0.1, 0.2])
  })

  it('takes a part that one version lacks for nothing there', () => {
    const { parts, change } = totalChange(
      [
        ['gone', 'new'],
        [5, null],
        [null, 8],
      ],
      0,
    )
    expect(change).toBe(3)
    expect(parts).toMatchObject([
      { part: 'gone', before: 5, after: 0, change: -5 },
      { part: 'new', before: 0, after: 8, change: 8 },
    ])
  })

  it('gives no share of a change that is none', () => {
    const { share, parts } = totalChange(
      [
        ['a', 'b'],
        [4, 6],
        [6, 4],
      ],
      0,
    )
    expect(share).toBe(0)
    expect(parts.map((part) => part.share)).toEqual([null, null])
  })

  it('tells rows without a group apart from no named part', () => {
    const columns = [
      ['a', null],
      [1, 2],
      [1, 7],
    ]
    expect(totalChangeNumbers(columns, { decimals: 0, best: null, named: true })).toMatchObject({ best_change: 5 })
    expect(totalChangeNumbers(columns, { decimals: 0, best: null, named: false })).toMatchObject({ best_change: null })
  })
})
