/** Numbers found in a text: all that `formatNumber` writes, and what a person writes in its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, type NumberForm } from '../../../../src/shared/format/numbers.ts'
import { numeralsIn } from '../../../../src/shared/format/numerals.ts'
import { readNumber } from '../../../../src/shared/format/stated.ts'
import { holds } from '../../../support/property.ts'

const found = (text: string, locale?: string): string[] => numeralsIn(text, locale).map((one) => one.text)

const forms: readonly NumberForm[] = [
  { kind: 'number' },
  { kind: 'value' },
  { kind: 'count' },
  { kind: 'percent' },
  { kind: 'points' },
  { kind: 'currency', code: 'USD' },
  { kind: 'length' },
  { kind: 'clock' },
]

describe('numbers in a text', () => {
  it.each(['en', 'de', 'fr', 'de-CH'])('are found whole however they are written in %s', (locale) => {
    holds(
      fc.property(
        fc.constantFrom(...forms),
        fc.double({ noNaN: true, min: 1e-7, max: 1e14 }),
        fc.constantFrom('words', 'letters'),
        (form, value, magnitude) => {
          const text = formatNumber(value, form, { locale, magnitude })
          const [numeral, ...others] = numeralsIn(`Rose by ${text}, as told.`, locale)
          expect(others, text).toEqual([])
          // Money may have its sign behind the amount: the amount is all that is read.
          expect(readNumber(numeral?.text ?? '', locale), text).toEqual(readNumber(text, locale))
        },
      ),
    )
  })

  it.each([
    ['1.2 × 10⁻⁵ of 3', ['1.2 × 10⁻⁵', '3']],
    ['1 h 13 min late at 08:30', ['1 h 13 min', '08:30']],
    ['from −5 to +7', ['−5', '+7']],
    ['2010-2012', ['2010', '2012']],
    ['−$5 and €1.5 million', ['−$5', '€1.5 million']],
    ['12 percent, 5‰, 3 thousand, 4 points', ['12 percent', '5‰', '3 thousand', '4 points']],
    ['12 pointers in 3 millionaires', ['12', '3']],
    ['1,234, 5.', ['1,234', '5']],
  ])('of “%s” are %j', (text, numerals) => {
    expect(found(text)).toEqual(numerals)
  })

  it('have German words where the text is German', () => {
    expect(found('um 5 Prozentpunkten auf 12 Prozent, 3 Tsd. und 1,2 Mio.', 'de')).toEqual([
      '5 Prozentpunkten',
      '12 Prozent',
      '3 Tsd.',
      '1,2 Mio.',
    ])
    expect(readNumber('5 Prozentpunkten', 'de')?.value).toBe(0.05)
    expect(readNumber('3 Tsd.', 'de')?.value).toBe(3000)
  })

  it('are parts of words where a letter stands before them', () => {
    expect(numeralsIn('Q3 and 4').map(({ isPartOfWord }) => isPartOfWord)).toEqual([true, false])
  })
})
