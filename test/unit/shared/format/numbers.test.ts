import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formOfColumn, formOfDifference, type NumberForm } from '../../../../src/shared/format/numbers.ts'
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
