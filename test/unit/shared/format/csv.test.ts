import { describe, expect, it } from 'vitest'
import { csvLine, withoutFormula } from '../../../../src/shared/format/csv.ts'

describe('a line of CSV', () => {
  it('quotes what has to be', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ' h', '#i', ''])).toBe('a,"b,c","d""e","f\ng"," h","#i",\n')
    expect(csvLine([''])).toBe('""\n')
  })
})

describe('a cell for a spreadsheet', () => {
  it.each([
    '=1+1',
    '=HYPERLINK("x")',
    '@SUM(A1)',
    '+cmd|x',
    '-2+3',
    '-cmd',
    '\t=1',
    '+1-2',
    '-1e5+A1',
    '＝1+1',
    '＠SUM(A1)',
    '\n=1',
  ])('is kept from being run: %s', (cell) => {
    expect(withoutFormula(cell)).toBe(`'${cell}`)
  })

  it.each(['-12.5', '+3', '-1,234.50', '-12 %', '-€5', '+1’000', 'text', '', '12', '(5)', "'quoted", '－５'])(
    'stays as it is: %s',
    (cell) => {
      expect(withoutFormula(cell)).toBe(cell)
    },
  )

  it('of any length is judged at once', () => {
    const cell = `-1${' '.repeat(1_000_000)}x`
    expect(withoutFormula(cell)).toBe(`'${cell}`)
  })
})
