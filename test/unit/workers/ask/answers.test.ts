/** The pure parts of answering: numbers of an answer, the level of the next test, the periods of a change. */
import { describe, expect, it } from 'vitest'
import { levelOf } from '../../../../src/shared/ask/level.ts'
import type { ProfiledColumn } from '../../../../src/shared/story/table.ts'
import { answerNumbers } from '../../../../src/workers/analysis/derive/answer.ts'
import { lastPeriods, periodsBefore } from '../../../../src/workers/ask/change-periods.ts'

const time = (min: string, max: string): ProfiledColumn => ({
  name: 'day',
  type: 'date',
  role: 'time',
  nulls: 0,
  distinct: 100,
  storage: 'DATE',
  format: null,
  stats: { min, max },
  unreadable: { count: 0, examples: [] },
})

describe('the numbers of an answer', () => {
  it('are those of the first and the last group, and how many there are', () => {
    const numbers = answerNumbers(
      [
        [30, 20, 10],
        [3, 2, 1],
      ],
      {},
    )
    expect(numbers).toMatchObject({ value: 30, second: 10, groups: 3, n: 6, p: null, difference: null })
  })

  it('hold Welch’s test of two sides', () => {
    // Two samples of ten and twelve: t = 2.4, and 19.1 degrees of freedom by Satterthwaite.
    const numbers = answerNumbers(
      [
        [5, 4],
        [10, 12],
        [5, 4],
        [0.9, 1],
        [10, 12],
      ],
      {},
    )
    expect(numbers.difference).toBe(1)
    expect(numbers.p).toBeCloseTo(0.0265, 3)
    expect((numbers.low ?? 0) > 0 && (numbers.low ?? 0) < 1 && (numbers.high ?? 0) > 1).toBe(true)
  })

  it('have no test where a side has no spread or too few rows', () => {
    expect(
      answerNumbers(
        [
          [5, 4],
          [1, 12],
          [5, 4],
          [null, 1],
          [1, 12],
        ],
        {},
      ).p,
    ).toBeNull()
    expect(
      answerNumbers(
        [
          [5, 4],
          [2, 2],
          [5, 4],
          [0, 0],
          [2, 2],
        ],
        {},
      ).p,
    ).toBeNull()
    expect(answerNumbers([[], []], {})).toMatchObject({ value: null, groups: 0, n: 0 })
  })
})

describe('the level of the next test', () => {
  it('falls with the questions asked and rises with what was found', () => {
    expect(levelOf({ number: 1, found: 0 })).toBeCloseTo(0.0304, 4)
    expect(levelOf({ number: 9, found: 0 })).toBeLessThan(levelOf({ number: 2, found: 0 }))
    expect(levelOf({ number: 9, found: 3 })).toBeCloseTo(4 * levelOf({ number: 9, found: 0 }), 12)
  })

  it('adds up to the false discovery rate over all questions without a finding', () => {
    const all = Array.from({ length: 100_000 }, (_, index) => levelOf({ number: index + 1, found: 0 }))
    expect(all.reduce((sum, level) => sum + level, 0)).toBeCloseTo(0.05, 5)
  })
})

describe('the periods of a change', () => {
  it('are the one asked for and the one before', () => {
    expect(periodsBefore(time('2020-01-01', '2024-12-31'), '2024-01')).toMatchObject({
      ...{ grain: 'month', earlier: '2023-12-01', later: '2024-01-01' },
      isEarlier: { value: '2023-12' },
    })
    expect(periodsBefore(time('2020-01-01', '2024-12-31'), '2024-Q1')).toMatchObject({
      ...{ grain: 'quarter', earlier: '2023-10-01' },
      isEarlier: { kind: 'between', low: '2023-10', high: '2023-12' },
    })
    expect(periodsBefore(time('2020-01-01', '2024-12-31'), 'soon')).toBeNull()
  })

  it('are the last whole ones where none was named', () => {
    expect(lastPeriods(time('2020-01-01', '2024-12-31'))).toMatchObject({ earlier: '2023-01-01', later: '2024-01-01' })
    expect(lastPeriods(time('2022-01-01', '2024-06-10'))).toMatchObject({ earlier: '2022-01-01', later: '2023-01-01' })
    expect(lastPeriods(time('2024-01-01', '2024-06-10'))).toMatchObject({ grain: 'month', later: '2024-05-01' })
    expect(lastPeriods(time('2024-01-01', '2024-01-10'))).toBeNull()
  })
})
