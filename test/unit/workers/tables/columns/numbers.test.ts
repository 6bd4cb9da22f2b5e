/** Numbers as files write them, by each reading: what is a number by it, which one, and what is none. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleWords } from '../../../../../src/shared/quantity/scales.ts'
import { numberShape } from '../../../../../src/workers/tables/columns/number-shape.ts'
import {
  bodyFits,
  bodyIsWhole,
  isSurrounded,
  javascriptPattern,
  markSuffix,
  type NumberNotation,
  numberNotations,
  numberPattern,
  parseNumber,
  scaleSuffixes,
  surroundedGroups,
  surroundedPattern,
} from '../../../../../src/workers/tables/columns/numbers.ts'
import type { NumberReading, Surroundings } from '../../../../../src/workers/tables/columns/reading.ts'
import { holds } from '../../../../support/property.ts'

type Change = Partial<NumberReading>
type Value = number | bigint | null

function readingOf(change: Change): NumberReading {
  return { kind: 'number', storage: 'DOUBLE', decimal: '.', grouping: '', unit: 'none', plain: false, ...change }
}

function read(text: string, change: Change = {}): Value {
  return parseNumber(text, readingOf(change))
}

function around(change: Partial<Surroundings>): Surroundings {
  return { scales: false, marks: false, letterMarks: [], sides: false, ...change }
}

const plain: Change = { plain: true }
const plainComma: Change = { plain: true, decimal: ',' }
const whole: Change = { storage: 'BIGINT' }
const commas: Change = { grouping: ',' }
const dots: Change = { grouping: '.', decimal: ',' }
const percent: Change = { unit: 'percent' }
const dollars: Change = { unit: { currency: 'USD' } }
const kilograms: Change = { unit: { measure: 'kg', words: ['kg', 'kilogram'] } }

type Cases = readonly (readonly [text: string, value: Value])[]

function expectAll(change: Change, cases: Cases): void {
  for (const [text, value] of cases) expect(read(text, change), `“${text}”`).toBe(value)
}

describe('a plain number', () => {
  it('is digits with one sign, a decimal mark and an exponent', () => {
    expectAll(plain, [
      ['5', 5],
      ['  5 ', 5],
      ['+5', 5],
      ['-5', -5],
      ['−5', -5],
      ['–5', -5],
      ['5.', 5],
      ['.5', 0.5],
      ['007.250', 7.25],
      ['5e3', 5000],
      ['5E-3', 0.005],
      ['-5e+3', -5000],
      ['2e-100', 2e-100],
    ])
    expectAll(plainComma, [
      ['1,5', 1.5],
      [',5', 0.5],
      ['1,5e3', 1500],
      ['1.5', null],
    ])
  })

  it('is nothing else', () => {
    const texts = [
      '',
      '.',
      '-',
      '1,5',
      '5 000',
      '- 5',
      '--5',
      '5-',
      '(5)',
      '5%',
      '$5',
      '5x',
      'x5',
      '5e',
      'e5',
      '5e1234',
    ]
    for (const text of texts) expect(read(text, plain), `“${text}”`).toBeNull()
  })

  it('is within what 64 bits of floating point hold', () => {
    expect(read('1e308', plain)).toBe(1e308)
    expect(read('1e309', plain)).toBeNull()
    expect(read('-1e309', plain)).toBeNull()
  })
})

describe('a whole number', () => {
  it('is exact, and has no fraction, no exponent and no mark', () => {
    expectAll(whole, [
      ['9007199254740993', 9_007_199_254_740_993n],
      ['-12', -12n],
      ['(12)', -12n],
      ['+0', 0n],
      ['12.0', null],
      ['12.', null],
      ['12e3', null],
    ])
    expectAll({ ...whole, plain: true }, [
      ['−12', -12n],
      ['12e3', null],
      ['12.5', null],
    ])
    expect(read('1.234.567', { ...whole, ...dots })).toBe(1_234_567n)
    expect(read("1'234", { ...whole, grouping: "'" })).toBe(1234n)
  })
})

describe('digit groups', () => {
  it('are of three digits, or of two in India, and the first does not lead with a nought', () => {
    expectAll(commas, [
      ['1,234', 1234],
      ['12,345,678', 12_345_678],
      ['1,23,45,678', 12_345_678],
      ['1234', 1234],
      ['1,234.5', 1234.5],
      ['1,234.', 1234],
      ['.5', 0.5],
      ['0.5', 0.5],
      ['0,234', null],
      ['1,23', null],
      ['1,2345', null],
      ['1234,567', null],
      ['1,234,56', null],
      ['1,2,345', null],
      ['1,,234', null],
      [',234', null],
      ['1,234,', null],
      ['1.234,5', null],
    ])
    expectAll(dots, [
      ['1.234', 1234],
      ['1.234,5', 1234.5],
      ['1,5', 1.5],
      ['1x234', null],
      ['1,234.5', null],
    ])
  })

  it('may stand apart by any of the spaces used for it, and by either apostrophe', () => {
    for (const gap of [' ', '\u00a0', '\u2007', '\u2009', '\u202f'])
      expect(read(`1${gap}234,5`, { grouping: ' ', decimal: ',' })).toBe(1234.5)
    expect(read('1_234', { grouping: ' ' })).toBeNull()
    for (const mark of ["'", '’']) expect(read(`1${mark}234.5`, { grouping: "'" })).toBe(1234.5)
    expect(read('1"234', { grouping: "'" })).toBeNull()
  })

  it('are none where the reading has none', () => {
    for (const text of ['1,234.0', '1 234', "1'234", '1.234.567']) expect(read(text), text).toBeNull()
  })

  const digits = fc.bigInt({ min: 0n, max: 999_999_999_999n })
  const fraction = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }).map((list) => list.join(''))

  it('read back to the number that was written, by every notation, however it says that it is negative', () => {
    const write = (value: bigint, after: string, { decimal, grouping }: NumberNotation): string => {
      const written = String(value)
      const groups = [...written].map((digit, index) =>
        index > 0 && (written.length - index) % 3 === 0 ? `${grouping}${digit}` : digit,
      )
      return `${groups.join('')}${after === '' ? '' : `${decimal}${after}`}`
    }
    holds(
      fc.property(digits, fraction, fc.constantFrom(...numberNotations), (value, after, notation) => {
        const text = write(value, after, notation)
        const size = Number(`${value}.${after}`)
        for (const positive of [text, `+${text}`, `+ ${text}`]) expect(read(positive, notation), positive).toBe(size)
        for (const negative of [`-${text}`, `− ${text}`, `–${text}`, `(${text})`, `${text}-`, `${text}−`])
          expect(read(negative, notation), negative).toBe(-size)
      }),
    )
  })
})

describe('percent', () => {
  it('is a fraction, with its sign or its word', () => {
    expectAll(percent, [
      ['12%', 0.12],
      ['12.5 %', 0.125],
      ['-12%', -0.12],
      ['(12%)', -0.12],
      ['12 percent', 0.12],
      ['12 pct.', 0.12],
      ['12 Prozent', 0.12],
      ['12％', 0.12],
    ])
    expect(read('1.250,5 %', { ...percent, ...dots })).toBe(12.505)
  })

  it('may be left out behind nought alone', () => {
    for (const text of ['0', '00', '0.0', '0.00', '0,0']) expect(read(text, percent), text).toBe(0)
    for (const text of ['12', '0.5', '0.', '10', '% 12', '12%%', '12 % x']) expect(read(text, percent), text).toBeNull()
  })
})

describe('money', () => {
  it('has a sign, a code or a word of its currency on either side, and minus on either side of it', () => {
    expectAll(dollars, [
      ['$5', 5],
      ['$ 5.25', 5.25],
      ['US$5', 5],
      ['USD 5', 5],
      ['5 USD', 5],
      ['5$', 5],
      ['5 dollars', 5],
      ['5 Dollar', 5],
      ['5', 5],
      ['-$5', -5],
      ['$-5', -5],
      ['$ −5', -5],
      ['($5)', -5],
      ['$5-', -5],
    ])
    expect(read('1.250,50 €', { ...dots, unit: { currency: 'EUR' } })).toBe(1250.5)
    expect(read('CHF 5', { unit: { currency: 'CHF' } })).toBe(5)
  })

  it('has none of another currency', () => {
    for (const text of ['€5', '5 EUR', '5 euros', '5 %', 'C$5', 'x5', '5 dollarsx'])
      expect(read(text, dollars), text).toBeNull()
    expect(read('$5')).toBeNull()
    expect(read('RMB 5', dollars)).toBeNull()
  })

  it('in yuan is renminbi as well', () => {
    const yuan: Change = { unit: { currency: 'CNY' } }
    for (const text of ['RMB 5', '5 RMB', 'CNY 5', '5元']) expect(read(text, yuan), text).toBe(5)
  })
})

describe('a unit of measurement', () => {
  it('may be spelled in every way that the column spells it, or be left out', () => {
    expectAll(kilograms, [
      ['5 kg', 5],
      ['5kg', 5],
      ['5.5 kilogram', 5.5],
      ['-5 kg', -5],
      ['(5 kg)', -5],
      ['5 kg-', -5],
      ['5', 5],
      ['5 lb', null],
      ['5 kgs', null],
      ['5K kg', null],
      ['5 kg DR', null],
      ['5 kg*', null],
    ])
    expect(read('1,250 kg', { ...kilograms, ...commas })).toBe(1250)
    expect(read('1,250 kg', { ...kilograms, ...commas, ...whole })).toBe(1250n)
    expect(read('(1,250 kg)', { ...kilograms, ...commas, ...whole })).toBe(-1250n)
    expect(read('1.5 kg', { ...kilograms, ...whole })).toBeNull()
  })

  it('leaves the parts of the text in the order that their names are in', () => {
    for (const surroundings of [undefined, around({ scales: true }), around({ sides: true, marks: true })]) {
      const reading = readingOf({ ...kilograms, ...(surroundings === undefined ? {} : { around: surroundings }) })
      const parts = javascriptPattern(surroundedPattern(reading)).exec('-5 kg')?.slice(1)
      expect(parts).toHaveLength(surroundedGroups.length)
      expect(parts?.[surroundedGroups.indexOf('body')]).toBe('5')
      expect(parts?.[surroundedGroups.indexOf('prefix')]).toBe('-')
    }
  })

  it('makes a number surrounded; a currency and a percent sign do not', () => {
    expect([kilograms, dollars, percent, {}].map((one) => isSurrounded(readingOf(one)))).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(isSurrounded(readingOf({ around: around({}) }))).toBe(true)
  })
})

describe('powers of ten', () => {
  const scales = { around: around({ scales: true }) }

  it('stand behind the digits, before the currency, in any case and with or without a full stop', () => {
    expectAll(scales, [
      ['5', 5],
      ['5K', 5000],
      ['5k', 5000],
      ['5K.', 5000],
      ['5T', 5_000_000_000_000],
      ['-5 K', -5000],
      ['5 Mio.', 5_000_000],
      ['5 mio', 5_000_000],
      ['1.2 Mrd', 1_200_000_000],
      ['5 THOUSAND', 5000],
      ['5 x', null],
      ['5 Miox', null],
      ['K', null],
    ])
    expectAll({ ...scales, ...dollars }, [
      ['$5M', 5_000_000],
      ['5 bn USD', 5_000_000_000],
      ['($5 mm)', -5_000_000],
    ])
    expect(read('12 %', { ...scales, ...percent })).toBe(0.12)
  })

  it('leave no tail of a product', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (hundredths) => {
        const text = (hundredths / 100).toFixed(2)
        expect(read(`${text}M`, scales)).toBe(hundredths * 10_000)
      }),
    )
  })

  it('are none where the column has none', () => {
    expect(read('5K', { around: around({ marks: true }) })).toBeNull()
  })

  it('are for SQL an exponent for every word and letter, each once, in lower case', () => {
    const found = scaleSuffixes(readingOf(scales))
    expect(found.anyCase).toBe(true)
    const suffixes = Object.fromEntries(found.suffixes)
    expect(Object.keys(suffixes)).toHaveLength(found.suffixes.length)
    expect(suffixes).toMatchObject({ k: 'e3', m: 'e6', mm: 'e6', b: 'e9', t: 'e12', mio: 'e6', lakh: 'e5', 万: 'e4' })
    expect(suffixes).not.toHaveProperty('K')
    for (const word of scaleWords) expect(suffixes[word]).toMatch(/^e[0-9]+$/u)
  })
})

describe('several units of one quantity', () => {
  const unit = { measure: 'kW', words: ['kW', 'MW'] }
  const units = { unit, around: around({ unitExponents: { kW: 0, MW: 3 } }) }

  it('are one after the power of ten between them, and told apart by their case', () => {
    expectAll(units, [
      ['5 kW', 5],
      ['1.5 MW', 1500],
      ['-2MW', -2000],
      ['5 mW', null],
      ['5 KW', null],
    ])
    expect(scaleSuffixes(readingOf(units))).toEqual({
      anyCase: false,
      suffixes: [
        ['kW', 'e0'],
        ['MW', 'e3'],
      ],
    })
  })
})

describe('flags and sides of an account', () => {
  it('are set apart: signs, letters in brackets, and the letters that the column has', () => {
    const flagged = { around: around({ marks: true, letterMarks: ['e', 'ep'] }) }
    expectAll(flagged, [
      ['5', 5],
      ['5*', 5],
      ['5 ***', 5],
      ['5 (p)', 5],
      ['5 [1]', 5],
      ['5¹', 5],
      ['5 e', 5],
      ['5 ep', 5],
      ['(5) e', -5],
      ['5 x', null],
      ['5 * *', null],
    ])
    for (const text of ['5 e', '5e']) expect(read(text, { around: around({ marks: true }) }), text).toBeNull()
    expect(read('5*', { around: around({ marks: true }) })).toBe(5)
    expect(read('5*', { around: around({ sides: true }) })).toBeNull()
  })

  it('leave nothing to accept where the column has no flags', () => {
    expect(markSuffix(undefined)).toBe('')
    expect(markSuffix(around({ letterMarks: ['e'] }))).toBe('')
    expect(markSuffix(around({ marks: true }))).not.toBe('')
  })

  it('of which debit takes away', () => {
    expectAll({ around: around({ sides: true }) }, [
      ['5', 5],
      ['5 CR', 5],
      ['5CR', 5],
      ['5 Cr', 5],
      ['5 DR', -5],
      ['5 Dr', -5],
      ['5dr', -5],
      ['5 XR', null],
    ])
    expect(read('5 CR', { around: around({ scales: true }) })).toBeNull()
  })

  it('stand behind all else, in one order', () => {
    const all = { ...dollars, around: around({ scales: true, sides: true, marks: true, letterMarks: ['p'] }) }
    expect(read('$ 1.5 Mio. USD DR *', all)).toBe(-1_500_000)
    expect(read('1.5K $- CR (p)', all)).toBe(-1500)
    expect(read('1.5 p', all)).toBe(1.5)
    expect(read('1.5 DR Mio.', all)).toBeNull()
  })
})

describe('digits of another script', () => {
  it('are read where the column has them', () => {
    expect(read('１２３', { ...whole, digits: '０１２３４５６７８９' })).toBe(123n)
    expect(read('１２３', whole)).toBeNull()
  })
})

describe('the notations that fit a number', () => {
  const shapeOf = (text: string) => {
    const shape = numberShape(text)
    if (shape === null) throw new Error(`“${text}” is no number`)
    return shape
  }
  const named = ({ decimal, grouping }: NumberNotation): string => `${grouping}0${decimal}`
  const fitting = (text: string): string[] =>
    numberNotations.filter((notation) => bodyFits(shapeOf(text), notation)).map(named)
  const wholeIn = (text: string): string[] =>
    numberNotations.filter((notation) => bodyIsWhole(shapeOf(text), notation)).map(named)
  const withPoint = ['0.', ',0.', ' 0.', "'0."]
  const withComma = ['0,', '.0,', ' 0,', "'0,"]
  const all = [...withPoint, ...withComma]

  it.each([
    ['12', all, all],
    ['12.5', withPoint, []],
    ['12,5', withComma, []],
    ['1,234', [',0.', ...withComma], [',0.']],
    ['1.234', ['0.', ',0.', '.0,', ' 0.', "'0."], ['.0,']],
    ['1,234.5', [',0.'], []],
    ['1.234,5', ['.0,'], []],
    ['1 234', [' 0,', ' 0.'], [' 0,', ' 0.']],
    ["1'234,5", ["'0,"], []],
    ['1,2,3', [], []],
    ['1e3', all, []],
    ['1.5e3', withPoint, []],
    ['1.e3', withPoint, []],
    ['.5e3', withPoint, []],
    ['-1,5e-3', withComma, []],
    [',5E3', withComma, []],
  ])('%s', (text, fits, isWhole) => {
    expect(fitting(text).sort()).toEqual([...fits].sort())
    expect(wholeIn(text).sort()).toEqual([...isWhole].sort())
  })

  it('are those of the list alone', () => {
    const other: NumberNotation = { decimal: '.', grouping: '' }
    expect(bodyFits(shapeOf('12'), other)).toBe(false)
    expect(bodyIsWhole(shapeOf('12'), other)).toBe(false)
  })
})

it('a pattern is for whole texts, of whole code points', () => {
  expect(javascriptPattern('a|b').test('a')).toBe(true)
  expect(javascriptPattern('a|b').test('ab')).toBe(false)
  expect(javascriptPattern('[\\x{a0}\\x{2009}]').test('\u2009')).toBe(true)
  expect(javascriptPattern('[\\x{1f600}]').test('😀')).toBe(true)
  // RE2 knows no \u.
  expect(numberPattern(readingOf({ grouping: ' ', unit: { currency: 'EUR' } }))).not.toContain('\\u')
})
