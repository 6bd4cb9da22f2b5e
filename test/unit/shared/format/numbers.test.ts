import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatNumber,
  formOfColumn,
  formOfDifference,
  type NumberForm,
  tellingApart,
} from '../../../../src/shared/format/numbers.ts'
import { readNumber, statedMatches } from '../../../../src/shared/format/stated.ts'
import { holds } from '../../../support/property.ts'

const number: NumberForm = { kind: 'number' }

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [12.345, '12.3'],
    [1234.5, '1,230'],
    [999_950, '1 million'],
    [1_234_567, '1.23 million'],
    [-2_500_000_000, '−2.5 billion'],
    [0.000_012_34, '1.23 × 10⁻⁵'],
    [1e21, '1 × 10²¹'],
    [Number.NaN, '–'],
    [Number.POSITIVE_INFINITY, '–'],
  ])('%d is written %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it.each<[number, NumberForm, string]>([
    [-0.4, { kind: 'count' }, '0'],
    [-0.5, { kind: 'count' }, '−1'],
    [-0, { kind: 'percent' }, '0%'],
    [-0, { kind: 'points' }, '0 points'],
    [-0, { kind: 'value' }, '0'],
    [-0, { kind: 'currency', code: 'USD' }, '$0'],
  ])('%d as %o is written %s: what rounds to zero has no sign', (value, form, text) => {
    expect(formatNumber(value, form)).toBe(text)
  })

  it.each<[number, string, string]>([
    [999, '999', '999'],
    [9_994, '9,990', '9,990'],
    [9_995, '10,000', '10k'],
    [12_345, '12,300', '12.3k'],
    [999_499, '999,000', '999k'],
    [999_500, '1 million', '1M'],
    [999_499_999, '999 million', '999M'],
    [999_500_000, '1 billion', '1B'],
    [1.5e9, '1.5 billion', '1.5B'],
    [999_500_000_000, '1 trillion', '1T'],
    [2.5e12, '2.5 trillion', '2.5T'],
    [999e12, '999 trillion', '999T'],
    [999.9e12, '1 × 10¹⁵', '1 × 10¹⁵'],
    [0.0001, '0.0001', '0.0001'],
    [0.000_099_95, '0.0001', '0.0001'],
    [0.000_099_94, '9.99 × 10⁻⁵', '9.99 × 10⁻⁵'],
    [1.2e-10, '1.2 × 10⁻¹⁰', '1.2 × 10⁻¹⁰'],
    [1.005, '1', '1'],
    [1.015, '1.01', '1.01'],
    // A little less than it says, as the nearest that 64 bits hold.
    [2.675, '2.67', '2.67'],
    [10.05, '10.1', '10.1'],
  ])('%d is %s in prose and %s at an axis', (value, words, letters) => {
    expect(formatNumber(value)).toBe(words)
    expect(formatNumber(value, number, { magnitude: 'words' })).toBe(words)
    expect(formatNumber(value, number, { magnitude: 'letters' })).toBe(letters)
  })

  it('a whole value of the data is not rounded up to ten million', () => {
    const value: NumberForm = { kind: 'value' }
    expect(formatNumber(9_999_999, value)).toBe('9,999,999')
    expect(formatNumber(10_000_000, value)).toBe('10 million')
    expect(formatNumber(10_000_001, value)).toBe('10 million')
    expect(formatNumber(1_234_567, value, { magnitude: 'letters' })).toBe('1.23457M')
    expect(formatNumber(1_234_567.5, value)).toBe('1.23457 million')
  })

  it('a count is exact, however large', () => {
    const count: NumberForm = { kind: 'count' }
    expect(formatNumber(1_234_567_890, count)).toBe('1,234,567,890')
    expect(formatNumber(1e21, count)).toBe('1,000,000,000,000,000,000,000')
    expect(formatNumber(2 ** 80, count)).toBe('1,208,925,819,614,629,174,706,176')
    expect(formatNumber(null, count)).toBe('–')
  })

  it('the standard error takes digits in every form, scaled as the number is', () => {
    expect(formatNumber(1_234_567, number, { standardError: 20_000 })).toBe('1.23 million')
    expect(formatNumber(1_234_567, number, { standardError: 200_000 })).toBe('1.2 million')
    expect(formatNumber(45_678, number, { standardError: 2_000, magnitude: 'letters' })).toBe('46k')
    expect(formatNumber(0.1234, { kind: 'percent' }, { standardError: 0.02 })).toBe('12%')
    expect(formatNumber(123.456, number, { standardError: 0 })).toBe('123')
    expect(formatNumber(123.456, number, { standardError: -1 })).toBe('123')
    expect(formatNumber(123.456, number, { standardError: Number.POSITIVE_INFINITY })).toBe('123')
    expect(formatNumber(123.456, number, { standardError: 0.001 })).toBe('123')
  })

  it('a share near nothing or near all keeps the digits that tell it from both', () => {
    const percent: NumberForm = { kind: 'percent' }
    expect(formatNumber(0.000_01, percent)).toBe('0.001%')
    expect(formatNumber(0.000_000_1, percent)).toBe('1 × 10⁻⁵%')
    expect(formatNumber(0.000_001, percent)).toBe('0.0001%')
    expect(formatNumber(0.000_000_123_45, percent)).toBe('1.23 × 10⁻⁵%')
    expect(formatNumber(0.009_94, percent)).toBe('0.99%')
    expect(formatNumber(0.01, percent)).toBe('1%')
    expect(formatNumber(0.123_45, percent)).toBe('12.3%')
    expect(formatNumber(0.9994, percent)).toBe('99.9%')
    expect(formatNumber(0.999_96, percent)).toBe('99.996%')
    expect(formatNumber(0.999_999_99, percent)).toBe('99.999999%')
    for (const share of [0.999_999_999, 0.999_999_999_9]) expect(formatNumber(share, percent)).toBe('100%')
    expect(formatNumber(1.0004, percent)).toBe('100%')
    expect(formatNumber(12.345, percent)).toBe('1,230%')
  })

  it('money has the sign people write before it, or its code', () => {
    const written = (code: string): string => formatNumber(5, { kind: 'currency', code })
    expect(['EUR', 'USD', 'GBP', 'JPY', 'INR', 'KRW', 'CHF', 'SEK'].map(written)).toEqual([
      '€5',
      '$5',
      '£5',
      '¥5',
      '₹5',
      '₩5',
      'CHF 5',
      'SEK 5',
    ])
  })

  it("a column's form follows its format, and only percentages differ in points", () => {
    expect(formOfColumn('currency:EUR')).toEqual({ kind: 'currency', code: 'EUR' })
    expect(formOfColumn('percent')).toEqual({ kind: 'percent' })
    expect(formatNumber(60.14, formOfColumn('unit:kg'))).toBe('60.1 kg')
    expect(formatNumber(-12, formOfColumn('unit:°'))).toBe('−12°')
    // Read back, 5 points would be a twentieth.
    for (const unit of ['%', 'point', 'points', 'million'])
      expect(formatNumber(5, formOfColumn(`unit:${unit}`))).toBe('5')
    for (const unit of ['data points', 'vol %', 'arc°'])
      expect(formatNumber(5, formOfColumn(`unit:${unit}`))).toBe(`5 ${unit}`)
    expect(formOfColumn('date')).toEqual(number)
    expect(formOfColumn(null)).toEqual(number)
    expect(formOfDifference({ kind: 'currency', code: 'EUR' })).toEqual({ kind: 'currency', code: 'EUR' })
    expect(formatNumber(0.02, { kind: 'points' })).toBe('2 points')
  })

  it('a value of the data keeps the digits that a mean would not', () => {
    expect(formatNumber(1_234_567, { kind: 'value' })).toBe('1,234,567')
    expect(formatNumber(12_345.67, { kind: 'value' })).toBe('12,345.7')
  })

  it('a share is written in percent and is never called the whole when it is not', () => {
    expect(formatNumber(0.543, { kind: 'percent' })).toBe('54.3%')
    expect(formatNumber(0.0666, { kind: 'percent' })).toBe('6.7%')
    expect(formatNumber(0.9999, { kind: 'percent' })).toBe('99.99%')
    expect(formatNumber(1, { kind: 'percent' })).toBe('100%')
    expect(formatNumber(0.0007, { kind: 'percent' })).toBe('0.07%')
  })

  it('a difference of shares is in points', () => {
    expect(formatNumber(-0.108, formOfDifference(formOfColumn('percent')))).toBe('−10.8 points')
    expect(formatNumber(0.01, { kind: 'points' })).toBe('1 point')
  })

  it('money carries its sign or code', () => {
    expect(formatNumber(-1_230_000, formOfColumn('currency:EUR'))).toBe('−€1.23 million')
    expect(formatNumber(12, formOfColumn('currency:SEK'))).toBe('SEK 12')
  })

  it('digits finer than the standard error are not shown', () => {
    expect(formatNumber(123.456, number, { standardError: 12 })).toBe('120')
    expect(formatNumber(0.456, number, { standardError: 0.2 })).toBe('0.5')
    expect(formatNumber(5, number, { standardError: 100 })).toBe('5')
  })

  it('a size has no sign where words say the direction', () => {
    expect(formatNumber(-0.25, { kind: 'percent' }, { sign: 'none' })).toBe('25%')
  })
})

const forms: readonly NumberForm[] = [
  number,
  { kind: 'value' },
  { kind: 'percent' },
  { kind: 'points' },
  { kind: 'currency', code: 'USD' },
  { kind: 'currency', code: 'CHF' },
]
const anyNumber = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e14, max: 1e14 }),
  fc.double({ noNaN: true, min: -1, max: 1 }),
  fc.integer(),
)

describe('stated numbers', () => {
  it('every written number can be read back as a rounding of its value, in every form', () => {
    holds(
      fc.property(anyNumber, fc.constantFrom(...forms), (value, form) => {
        const text = formatNumber(value, form)
        expect(text).not.toMatch(/NaN|e\+|^[-−]0[^.]*$/)
        expect(statedMatches(text, value), `${text} for ${value}`).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('every written count is exact', () => {
    holds(
      fc.property(fc.integer({ min: 0 }), (value) => {
        expect(readNumber(formatNumber(value, { kind: 'count' }))?.value).toBe(value)
      }),
    )
  })

  it('a text that does not round the value is told', () => {
    expect(statedMatches('12.5%', 0.13)).toBe(false)
    expect(statedMatches('12.5%', 0.1254)).toBe(true)
    expect(statedMatches('1.24 million', 1_234_567)).toBe(false)
    expect(statedMatches('12,400', 12_345)).toBe(false)
    expect(statedMatches('4,201', 4200)).toBe(false)
    expect(statedMatches('−5', 5)).toBe(false)
    expect(statedMatches('no number', 5)).toBe(false)
  })

  it('a text without a sign states a size', () => {
    expect(statedMatches('12%', -0.12)).toBe(true)
  })
})

describe('values that are told beside each other', () => {
  const written = (values: readonly (number | null)[], form: NumberForm = number) =>
    values.map((value) => formatNumber(value, tellingApart(form, values)))

  it('have figures enough for their difference to keep two', () => {
    expect(written([1_009.6, 1_022.3])).toEqual(['1,010', '1,022'])
    expect(written([101_368, 102_013])).toEqual(['101,370', '102,010'])
    expect(written([14.68, 14.92])).toEqual(['14.68', '14.92'])
    expect(written([null, 1_009.6, Number.NaN, 1_022.3])).toEqual(['–', '1,010', '–', '1,022'])
    expect(written([999.66, 1_000.45])).toEqual(['999.66', '1,000.45'])
    expect(written([-1_000.45, 1])).toEqual(['−1,000', '1'])
    expect(written([1_009.6, 1_022.3], { kind: 'currency', code: 'EUR' })).toEqual(['€1,010', '€1,022'])
    expect(written([1_009.6, 1_022.3], { kind: 'unit', unit: 'hPa' })).toEqual(['1,010 hPa', '1,022 hPa'])
  })

  it('have three where these suffice, and never more than six', () => {
    expect(written([120_345, 137_456])).toEqual(['120,000', '137,000'])
    expect(written([1.000_000_1, 1.000_000_2])).toEqual(['1', '1'])
  })

  it('are written as alone where there is no difference, or a form has its own digits', () => {
    expect(written([12_345.6, 12_345.6])).toEqual(['12,300', '12,300'])
    for (const values of [[], [null], [null, 7], [0, 0], [120_345, 137_456]])
      expect(tellingApart(number, values)).toBe(number)
    const percent: NumberForm = { kind: 'percent' }
    expect(tellingApart(percent, [0.500_1, 0.500_2])).toBe(percent)
    expect(written([null, 1_234.5])).toEqual(['–', '1,230'])
    expect(written([0.123_4, 0.123_5], { kind: 'percent' })).toEqual(['12.3%', '12.3%'])
  })
})

it('writes powers of ten to three figures, and the midnight that ends a day', () => {
  expect(formatNumber(1.23456e16)).toBe('1.23 × 10¹⁶')
  expect(formatNumber(86_400, { kind: 'clock' })).toBe('24:00')
  expect(formatNumber(0, { kind: 'clock' })).toBe('00:00')
  // What lies outside the day is a length of time.
  expect(formatNumber(-4380, { kind: 'clock' })).toBe('−1 h 13 min')
  expect(formatNumber(90_000, { kind: 'clock' })).toBe('1 d 1 h')
  expect(formatNumber(30_600.5, { kind: 'clock' })).toBe('08:30')
  expect(formatNumber(30_600.5, { kind: 'clock' }, { magnitude: 'letters' })).toBe('08:30:01')
})

it('heeds no standard error that is none', () => {
  for (const standardError of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(formatNumber(1234.5, { kind: 'number' }, { standardError })).toBe('1,230')
    expect(formatNumber(1.2345, number, { standardError })).toBe('1.23')
  }
})

it('has no sign for a thousand at an axis where the language has none', () => {
  expect(formatNumber(45_678, number, { magnitude: 'letters', locale: 'de' })).toBe('45.700')
})
