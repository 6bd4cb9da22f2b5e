import { describe, expect, it } from 'vitest'
import { numberTextOf } from '../../../../../src/workers/formats/spss/number-texts.ts'

const days = (iso: string): number => (Date.parse(iso) - Date.parse('1582-10-14')) / 1000

describe('a number of SPSS', () => {
  it.each([
    ['F', 5, 0.1, '0.1'],
    ['F', 5, -0, '0'],
    ['DOLLAR', 4, -12.5, '-$12.5'],
    ['DATE', 20, days('2020-03-31'), '2020-03-31'],
    ['ADATE', 23, days('2020-03-31'), '2020-03-31'],
    ['JDATE', 24, days('2020-03-31'), '2020-03-31'],
    ['EDATE', 38, days('2020-03-31'), '2020-03-31'],
    ['SDATE', 39, days('2020-03-31'), '2020-03-31'],
    ['MTIME', 40, 90, '00:01:30'],
    ['YMDHMS', 41, days('2020-03-31') + 61, '2020-03-31 00:01:01'],
    ['DOLLAR', 4, 0, '$0'],
    ['DATETIME', 22, days('2020-03-31') + 3_661.25, '2020-03-31 01:01:01.250'],
    ['TIME', 21, 108_030, '30:00:30'],
    ['TIME', 21, -0.5, '-00:00:00.5'],
    ['DTIME', 25, 90_000, '25:00:00'],
    ['WKDAY', 26, 1, 'Sunday'],
    ['WKDAY', 26, 8, '8'],
    ['MONTH', 27, 12, 'December'],
    ['MOYR', 28, days('2020-03-01'), '2020-03'],
    ['QYR', 29, days('2020-10-01'), '2020-Q4'],
    ['WKYR', 30, days('2020-01-08'), '2020-01-08'],
    ['PCT', 31, 12.5, '12.5%'],
    ['DATE', 20, 1e300, '1e+303'],
  ])('of the format %s (%i): %d is %s', (_name, format, value, text) => {
    expect(numberTextOf(format)(value)).toBe(text)
  })
})
