import { describe, expect, it } from 'vitest'
import { factRows, namesWords, orderWords, sizeWords } from '../../../../src/renderer/words/first-facts.ts'
import { type FirstTableFacts, factsOfNamed } from '../../../../src/shared/story/first-facts.ts'

const named = factsOfNamed('shops', ['day', 'unit_price', 'paid_by'], 1)
const lookedAt: FirstTableFacts = {
  ...named,
  rows: 12_000,
  roles: { time: 1, measure: 2, dimension: 1 },
  order: { kind: 'panel', entity: ['shop', 'paid_by'] },
  period: { column: 'day', from: '1999', to: '2024-02-01' },
  measures: [
    { column: 'unit_price', format: null, n: 12_000, min: -1.25, max: 1234.56, median: 7, q1: 3.456, q3: 9.999 },
    { column: 'share', format: 'percent', n: 9, min: 0, max: 1, median: 0.5, q1: 0.25, q3: 0.75 },
  ],
  categories: [{ column: 'paid_by', distinct: 3, value: 'card', count: 7_001, n: 11_990 }],
}

describe('what is known of a table already', () => {
  it('is its size and its names at first', () => {
    expect(sizeWords(named)).toBe('1 row, 3 columns')
    expect(sizeWords({ ...named, rows: null })).toBe('3 columns')
    expect(namesWords(named)).toBe('Columns: day, unit price, paid by.')
    expect(namesWords({ ...named, columns: 1_000 })).toBe('Columns: day, unit price, paid by and 997 more.')
    expect(orderWords(named)).toBeNull()
    expect(factRows(named)).toEqual([])
  })

  it('is what its columns are for, what a row is, and their values, once they have been looked at', () => {
    expect(sizeWords(lookedAt)).toBe('12,000 rows, 3 columns: 2 amounts, 1 category, 1 date')
    expect(orderWords(lookedAt)).toBe('One row for each shop and paid by at each time.')
    expect(namesWords(lookedAt)).toBeNull()
    expect(factRows(lookedAt).map(({ column, words }) => `${column}: ${words}`)).toEqual([
      'day: 1999 to 1 February 2024',
      'unit_price: half between 3.46 and 10, all between −1.25 and 1,234.56',
      'share: half between 25% and 75%, all between 0% and 100%',
      'paid_by: 3 values, most often “card” (7,001 of 11,990)',
    ])
  })
})
