import { describe, expect, it } from 'vitest'
import { csvLine, withoutFormula } from '../../../../src/shared/format/csv.ts'

describe('a line of CSV', () => {
  it('quotes what has to be', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ' h', '#i', '', 'j;k', 'l\tm'])).toBe(
      'a,"b,c","d""e","f\ng"," h","#i",,"j;k","l\tm"\n',
    )
    expect(csvLine([''])).toBe('""\n')
  })
})

describe('a cell for a spreadsheet', () => {
  it.each(['=1+1', '=HYPERLINK("x")', '@SUM(A1)', '+cmd|x', '-2+3', '-cmd', '+1-2', '-1e5+A1', '＝1+1', '＠SUM(A1)'])(
    'is kept from being run: %s',
    (cell) => {
      expect(withoutFormula(cell)).toBe(`'${cell}`)
    },
  )

  it.each(['-12.5', '+3', '-1,234.50', '-12 %', '-€5', '+1’000', 'text', '', '12', '(5)', "'quoted", '－５'])(
    'stays as it is: %s',
    (cell) => {
      expect(withoutFormula(cell)).toBe(cell)
    },
  )

  it.each([
    ['\t=1', "'\t'=1"],
    ['\n=1', "'\n'=1"],
    ['Berlin;=cmd()', "Berlin;'=cmd()"],
    ['a,b|@SUM(A1)', "a,b|'@SUM(A1)"],
    ['x";"=cmd()', `x";"'=cmd()`],
    ['a\r\n+cmd;-2+3', "a\r\n'+cmd;'-2+3"],
    ['＝a;＝b', "'＝a;'＝b"],
  ])('is kept from being run where a separator begins a cell of its own: %j', (cell, safe) => {
    expect(withoutFormula(cell)).toBe(safe)
  })

  it.each(['Berlin;-5', 'from -2 to +3', 'a = b; c = d', 'x, -y'])('is left alone: %s', (cell) => {
    expect(withoutFormula(cell)).toBe(cell)
  })

  it('of any length is judged at once', () => {
    const cell = `-1${' '.repeat(1_000_000)}x`
    expect(withoutFormula(cell)).toBe(`'${cell}`)
  })
})
