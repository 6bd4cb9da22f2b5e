/** Digits that are parts of names, of dates and of the method. */
import { describe, expect, it } from 'vitest'
import type { Insight } from '../../../../../src/shared/story/insight.ts'
import { constants, digitsIn, isPartOfYear, numeralsOfNames } from '../../../../../src/workers/story/verify/names.ts'

function insight(change: Partial<Insight>): Insight {
  return {
    id: 'a',
    type: 'total',
    class: 'fact',
    table: '',
    columns: [],
    direction: 'none',
    effect: { name: 'total', value: 1, low: null, high: null },
    n: 100,
    score: 1,
    scoreParts: {},
    caveats: [],
    details: {},
    sentence: '',
    evidence: { sql: [], values: {}, derived: {} },
    ...change,
  }
}

it('a year has four quarters and two halves', () => {
  const parts = ['Q', 'H', '', 'T'].flatMap((letter) =>
    ['0', '1', '2', '3', '4', '5', '12', '21', '14', '41']
      .filter((digits) => isPartOfYear(letter, digits))
      .map((digits) => letter + digits),
  )
  expect(parts).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'H1', 'H2'])
})

it('digits of a name are whole runs', () => {
  expect(digitsIn('a1b22, 2024-05')).toEqual([1, 22, 2024, 5])
  expect(digitsIn('none')).toEqual([])
  expect(constants).toEqual([95, 5])
})

describe('the numerals a statement may name', () => {
  it('are those of its table, columns, details, place, caveats and the part of the data it is about', () => {
    const told = numeralsOfNames(
      insight({
        table: 'sales 11',
        columns: ['c12', 'c13'],
        details: { measure: 'b14', unit: null, size: 15 },
        location: 'day 16',
        caveats: ['only 17 rows'],
        subspace: { 'store 18': 'number 19' },
        sentence: 'Not 98.',
        n: 97,
      }),
    )
    expect([...told].sort((a, b) => a - b)).toEqual([11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  it('are none without a statement', () => {
    expect(numeralsOfNames(undefined)).toEqual([])
    expect(numeralsOfNames(insight({}))).toEqual([])
  })

  it('are, of a day that begins a period, also those of the period', () => {
    expect(numeralsOfNames(insight({ location: '1998-01-01' }))).toEqual(expect.arrayContaining([1998, 99, 1]))
    expect(numeralsOfNames(insight({ location: '2024-03-04' }))).toEqual(expect.arrayContaining([2024, 25, 10]))
    // Of a longer text, only what stands in it.
    for (const location of ['since 2024-03-04', '2024-03-04 at noon'])
      expect(numeralsOfNames(insight({ location }))).toEqual([2024, 3, 4])
  })
})
