/** Numbers as people write them: decimal mark, digit groups, signs, brackets, percent and currency. */

import { anyCase } from '../../../shared/format/any-case.ts'
import { literalPattern } from '../../../shared/format/literal-pattern.ts'
import { currencySigns } from '../../../shared/quantity/currencies.ts'
import { scaleExponents } from '../../../shared/quantity/scales.ts'
import { withAsciiDigits } from './digits.ts'
import { trimmed } from './missing.ts'
import {
  alternatives,
  approximatePattern,
  markPattern,
  type NumberShape,
  percentAlternatives,
  plainCurrencyWords,
  sideLetters,
  sidePattern,
  withoutEmptyCents,
} from './number-shape.ts'
import type { Grouping, NumberReading, Surroundings } from './reading.ts'

const space = '[ \\x{a0}\\x{2007}\\x{2009}\\x{202f}]'
const minus = '[-\\x{2212}\\x{2013}]'
/** RE2 writes a code point `\x{a0}`, JavaScript `\u{a0}`; all else used here is common to both. */
export function javascriptPattern(re2: string): RegExp {
  return new RegExp(`^(?:${re2.replaceAll('\\x{', '\\u{')})$`, 'u')
}

function groupPattern(grouping: Exclude<Grouping, ''>): string {
  switch (grouping) {
    case ',':
      return ','
    case '.':
      return '\\.'
    case ' ':
      return space
    case "'":
      return "['\\x{2019}]"
  }
}

/** Digits with optional groups (Indian groups of two too), none of which leads with a nought, and, unless whole, a fraction. */
function bodyPattern(decimal: '.' | ',', grouping: Grouping, whole: boolean): string {
  const integer = grouping === '' ? '[0-9]+' : `(?:${groupedPattern(groupPattern(grouping))}|[0-9]+)`
  if (whole) return integer
  const mark = decimal === '.' ? '\\.' : ','
  return `(?:${integer}(?:${mark}[0-9]*)?|${mark}[0-9]+)`
}

function groupedPattern(mark: string): string {
  return `[1-9][0-9]{0,2}(?:${mark}[0-9]{2,3})*${mark}[0-9]{3}`
}

const sign = `(?:\\+|${minus})?`
const gap = `${space}*`

/** The texts (already trimmed) that `reading` accepts, as a pattern both RE2 and JavaScript can run. */
export function numberPattern(reading: NumberReading): string {
  const whole = reading.storage === 'BIGINT'
  const body = bodyPattern(reading.decimal, reading.grouping, whole)
  if (reading.plain) return `(?:\\+|${minus})?${body}${whole ? '' : '(?:[eE][-+]?[0-9]{1,3})?'}`
  if (reading.unit === 'percent') {
    return `\\(?${sign}${gap}${body}${gap}(?:${percentAlternatives})\\)?|0+(?:[.,]0+)?`
  }
  const { before, after } = symbolsAround(reading)
  return `\\(?${sign}${gap}${before}${sign}${gap}${body}${after}${minus}?\\)?`
}

/** Whether more than a sign, a currency or a percent sign may stand around the digits. */
export function isSurrounded(reading: NumberReading): boolean {
  return reading.around !== undefined || (typeof reading.unit === 'object' && 'measure' in reading.unit)
}

/** The groups of `surroundedPattern`, in their order. */
export const surroundedGroups = ['prefix', 'body', 'scale', 'minus', 'side'] as const

/** The same for a column with units, powers of ten or flags behind its numbers, with groups of what tells the value. */
export function surroundedPattern(reading: NumberReading): string {
  const body = bodyPattern(reading.decimal, reading.grouping, reading.storage === 'BIGINT')
  const { before, after } = symbolsAround(reading)
  const { scales = false, sides = false, unitExponents } = reading.around ?? {}
  const units = unitExponents === undefined ? null : alternatives(Object.keys(unitExponents))
  const words = scales ? `(?:${gap}(${scaleNames})\\.?)?` : '()'
  const scale = units === null ? words + after : `(?:${gap}(${units}))?`
  const side = sides ? `(?:${gap}(${sidePattern}|${sideLetters}))?` : '()'
  const about = reading.around?.approximate === true ? `(?:(?:${approximatePattern}) *)?` : ''
  const prefix = `${about}(\\(?${sign}${gap}${before}${sign}${gap})`
  return `${prefix}(${body})${scale}(${minus}?)${side}\\)?${markSuffix(reading.around)}`
}

const scaleNames = anyCase([...scaleExponents.keys()])

/** A flag at the end of a text, if there is one. */
export function markSuffix(around: Surroundings | undefined): string {
  if (around?.marks !== true) return ''
  return `(?:${gap}(?:${[markPattern, ...around.letterMarks.map(literalPattern)].join('|')}))?`
}

/** As SQL needs it: what each power of ten adds to the digits for a cast to read. Units are told apart by their case. */
export function scaleSuffixes({ around }: NumberReading): {
  readonly anyCase: boolean
  readonly suffixes: readonly (readonly [word: string, suffix: string])[]
} {
  const { unitExponents, scales = false } = around ?? {}
  const exponents = unitExponents === undefined ? [...(scales ? scaleExponents : [])] : Object.entries(unitExponents)
  return {
    anyCase: unitExponents === undefined,
    suffixes: exponents.map(([word, exponent]) => [word, `e${exponent}`] as const),
  }
}

/** What may stand before the digits and behind them: the column's currency or unit; percent only behind. */
function symbolsAround({ unit }: NumberReading): { readonly before: string; readonly after: string } {
  if (unit === 'none') return { before: '', after: '' }
  if (unit === 'percent') return { before: '', after: `(?:${gap}(?:${percentAlternatives}))?` }
  const symbol = 'measure' in unit ? alternatives(unit.words) : currencyPattern(unit.currency)
  return { before: `(?:(?:${symbol})${gap})?`, after: `(?:${gap}(?:${symbol}))?` }
}

function currencyPattern(code: string): string {
  const words = Object.keys(plainCurrencyWords).filter((word) => plainCurrencyWords[word] === code)
  return [alternatives(symbolsOf(code)), ...words.map((word) => anyCase([word]))].join('|')
}

function symbolsOf(code: string): string[] {
  const signs = Object.entries(currencySigns).flatMap(([written, of]) => (of === code ? [written] : []))
  return [...signs, code, ...(code === 'CNY' ? ['RMB'] : [])]
}

export interface NumberNotation {
  readonly decimal: '.' | ','
  readonly grouping: Grouping
}

/** In order of preference when a column's values cannot tell them apart. */
export const numberNotations: readonly NumberNotation[] = [
  { decimal: '.', grouping: '' },
  { decimal: '.', grouping: ',' },
  { decimal: ',', grouping: '' },
  { decimal: ',', grouping: '.' },
  { decimal: ',', grouping: ' ' },
  { decimal: '.', grouping: ' ' },
  { decimal: '.', grouping: "'" },
  { decimal: ',', grouping: "'" },
]

const bodyTests = new Map(
  numberNotations.map((notation) => [
    notation,
    {
      any: javascriptPattern(bodyPattern(notation.decimal, notation.grouping, false)),
      whole: javascriptPattern(bodyPattern(notation.decimal, notation.grouping, true)),
      plainExponent: new RegExp(`^(?:[0-9]+[${notation.decimal}]?[0-9]*|[${notation.decimal}][0-9]+)[eE]`, 'u'),
    },
  ]),
)

export function bodyFits(form: NumberShape, notation: NumberNotation): boolean {
  const tests = bodyTests.get(notation)
  if (tests === undefined) return false
  return form.exponent ? tests.plainExponent.test(form.body) : tests.any.test(form.body)
}

export function bodyIsWhole(form: NumberShape, notation: NumberNotation): boolean {
  return !form.exponent && (bodyTests.get(notation)?.whole.test(form.body) ?? false)
}

const compiled = new WeakMap<NumberReading, RegExp>()

/**
 * The number a text stands for, or null when the reading does not accept it. BIGINT values come as bigint.
 * The same arithmetic as `numberExpression`; a test holds the two together.
 */
export function parseNumber(text: string, reading: NumberReading): number | bigint | null {
  const written = trimmed(withAsciiDigits(text, reading.digits ?? ''))
  const word = reading.around?.emptyCents === true ? withoutEmptyCents(written) : written
  const surrounded = isSurrounded(reading)
  let pattern = compiled.get(reading)
  if (pattern === undefined) {
    pattern = javascriptPattern(surrounded ? surroundedPattern(reading) : numberPattern(reading))
    compiled.set(reading, pattern)
  }
  const match = pattern.exec(word)
  if (match === null) return null
  const [body, scale, negative] = surrounded
    ? [match[2] ?? '', match[3] ?? '', /[-−–(]/u.test(match[1] ?? '') || match[4] !== '' || isDebit(match[5] ?? '')]
    : [word, '', /[-−–(]/u.test(word)]
  if (reading.storage === 'BIGINT') {
    const digits = body.replace(/[^0-9]/gu, '')
    const value = negative ? -BigInt(digits) : BigInt(digits)
    return value > 9_223_372_036_854_775_807n || value < -9_223_372_036_854_775_808n ? null : value
  }
  if (reading.plain) {
    const value = Number(word.replace(/[−–]/u, '-').replace(reading.decimal, '.'))
    return Number.isFinite(value) ? value : null
  }
  const digits = body.replace(reading.decimal === '.' ? /[^0-9.]/gu : /[^0-9,]/gu, '').replace(',', '.')
  const exponent = reading.around?.unitExponents?.[scale] ?? scaleExponents.get(scale.toLowerCase()) ?? 0
  const isShare = reading.unit === 'percent' && (reading.around?.fractions !== true || percentSign.test(word))
  const magnitude = Number(`${digits}e${exponent}`) / (isShare ? 100 : 1)
  return negative ? -magnitude : magnitude
}

const percentSign = new RegExp(`(?:${percentAlternatives})`, 'u')

/** In lower case. */
export const debitMarks = ['dr', 's', 'soll']

function isDebit(side: string): boolean {
  return debitMarks.includes(side.toLowerCase())
}
