import { describe, expect, it } from 'vitest'
import { numberTextOf } from '../../../../../src/workers/formats/stata/number-texts.ts'

describe('a number of Stata', () => {
  it.each([
    ['%9.0g', 12.5, '12.5'],
    ['%td', 0, '1960-01-01'],
    ['%-tdCCYY.NN.DD', 22_000, '2020-03-26'],
    ['%d', -1, '1959-12-31'],
    ['%tc', 1_000, '1960-01-01 00:00:01'],
    // 2020-01-01 00:00:00 is 27 seconds later where leap seconds are counted.
    ['%tC', Date.UTC(2020, 0, 1) - Date.UTC(1960, 0, 1) + 27_000, '2020-01-01 00:00:00'],
    ['%tC', Date.UTC(1972, 5, 30, 23, 59, 59) - Date.UTC(1960, 0, 1), '1972-06-30 23:59:59'],
    ['%tw', 52, '1961-01-01'],
    ['%tw', -1, '1959-12-24'],
    ['%tm', 721, '2020-02'],
    ['%tq', 241, '2020-Q2'],
    ['%th', 121, '2020-H2'],
    ['%ty', 2020, '2020'],
    ['%td', 1.5, '1.5'],
    ['%-d', 0, '1960-01-01'],
    ['%10.0g%d', 5, '5'],
  ])('of the format %s: %d is %s', (format, value, text) => {
    expect(numberTextOf(format)(value)).toBe(text)
  })
})
