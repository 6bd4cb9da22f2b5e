/** Numbers and dates as another locale writes them, and numbers read back from it. */
import { describe, expect, it } from 'vitest'
import { calendarText, dayOfYear } from '../../../../src/shared/format/calendar.ts'
import { formatNumber, type NumberForm } from '../../../../src/shared/format/numbers.ts'
import { formatPeriod, formatPeriodShort } from '../../../../src/shared/format/periods.ts'
import { readNumber, statedMatches } from '../../../../src/shared/format/stated.ts'

const forms: readonly (readonly [number, NumberForm, german: string, english: string])[] = [
  [1234.5, { kind: 'value' }, '1.234,5', '1,234.5'],
  [12_345, { kind: 'count' }, '12.345', '12,345'],
  [0.1234, { kind: 'percent' }, '12,3\u00a0%', '12.3%'],
  [-0.05, { kind: 'points' }, '−5 Prozentpunkte', '−5 points'],
  [0.01, { kind: 'points' }, '1 Prozentpunkt', '1 point'],
  [1e6, { kind: 'number' }, '1 Million', '1 million'],
  [-1.234e6, { kind: 'number' }, '−1,23 Millionen', '−1.23 million'],
  [2.5e9, { kind: 'currency', code: 'EUR' }, '2,5 Milliarden\u00a0€', '€2.5 billion'],
  [3.456, { kind: 'unit', unit: 'kg' }, '3,46 kg', '3.46 kg'],
  [1.5e-7, { kind: 'number' }, '1,5 × 10⁻⁷', '1.5 × 10⁻⁷'],
]

describe('a number', () => {
  it.each(forms)('%d is written and read by the locale', (value, form, german, english) => {
    expect(formatNumber(value, form, { locale: 'de' })).toBe(german)
    expect(formatNumber(value, form)).toBe(english)
    expect(formatNumber(value, form, { locale: 'en-GB' })).toBe(english)
    expect(statedMatches(german, value, 'de')).toBe(true)
    expect(statedMatches(german, value * 2, 'de')).toBe(false)
  })

  it('is another number by the signs of another locale', () => {
    expect(readNumber('1.234', 'de')?.value).toBe(1234)
    expect(readNumber('1.234')?.value).toBe(1.234)
    expect(statedMatches('1,234', 1234, 'de')).toBe(false)
  })

  it.each(['fr', 'sv', 'de-CH', 'pl', 'es'])('comes back in %s whatever its size', (locale) => {
    for (let exponent = -6; exponent < 15; exponent++) {
      for (const value of [1, 1.234_567, 9.995, 7.5].map((mantissa) => mantissa * 10 ** exponent)) {
        const text = formatNumber(value, { kind: 'number' }, { locale })
        expect(statedMatches(text, value, locale), `${value} as “${text}”`).toBe(true)
      }
    }
  })
})

describe('a date', () => {
  it('is written by the locale', () => {
    expect(calendarText('2021-03-01', 'month', 'long', 'de')).toBe('März 2021')
    expect(calendarText('2020-05-04', 'day', 'long', 'de')).toBe('4. Mai 2020')
    expect(calendarText('2020-09-04', 'day', 'short', 'de')).toBe('4. Sept. 2020')
    expect(dayOfYear('2020-05-04T14:00', 'de')).toBe('4. Mai')
    expect(calendarText('soon', 'day', 'long', 'de')).toBe('soon')
  })

  it('is English as everywhere else in English', () => {
    for (const iso of ['2020-09-04', '0044-03-15', '-0044-03-15']) {
      for (const grain of ['month', 'day'] as const) {
        expect(calendarText(iso, grain, 'long', 'en-GB')).toBe(formatPeriod(iso, grain))
        expect(calendarText(iso, grain, 'short', 'en-GB')).toBe(formatPeriodShort(iso, grain))
      }
    }
    expect(dayOfYear('2020-09-04T14:00', 'en-GB')).toBe('4 Sep')
  })
})
