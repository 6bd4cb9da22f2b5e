/** Numbers as people write them: decimal mark, digit groups, signs, brackets, percent and currency. */

import { trimmed } from './missing.ts'
import type { Grouping, NumberReading } from './reading.ts'

const currencySymbols: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  R$: 'BRL',
  A$: 'AUD',
  C$: 'CAD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  '₽': 'RUB',
  '₩': 'KRW',
  '₺': 'TRY',
  '฿': 'THB',
  '₫': 'VND',
  '₪': 'ILS',
  '₴': 'UAH',
  '₦': 'NGN',
  zł: 'PLN',
  Kč: 'CZK',
}
const currencyCodes = [
  ...['USD', 'EUR', 'GBP', 'JPY', 'CHF', 'CAD', 'AUD', 'NZD', 'CNY', 'RMB', 'INR', 'BRL', 'MXN', 'ZAR', 'SEK', 'NOK'],
  ...['DKK', 'PLN', 'CZK', 'HUF', 'RUB', 'TRY', 'KRW', 'SGD', 'HKD', 'THB', 'ILS', 'AED', 'SAR', 'RON', 'UAH', 'NGN'],
]

function escaped(text: string): string {
  return text.replace(/[.$*+?^(){}|[\]\\]/g, '\\$&')
}

/** Longest first, so that `US$` is not read as `$`. */
const currencyPattern = [...Object.keys(currencySymbols), ...currencyCodes]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')
const space = '[ \\x{a0}\\x{2007}\\x{2009}\\x{202f}]'
const minus = '[-\\x{2212}]'
/** RE2 writes a code point `\x{a0}`, JavaScript `\u{a0}`; all else used here is common to both. */
export function javascriptPattern(re2: string): RegExp {
  return new RegExp(`^(?:${re2.replaceAll('\\x{', '\\u{')})$`, 'u')
}

function groupPattern(grouping: Grouping): string {
  switch (grouping) {
    case '':
      return ''
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
  const group = groupPattern(grouping)
  const integer = group === '' ? '[0-9]+' : `(?:[1-9][0-9]{0,2}(?:${group}[0-9]{2,3})*${group}[0-9]{3}|[0-9]+)`
  if (whole) return integer
  const mark = decimal === '.' ? '\\.' : ','
  return `(?:${integer}(?:${mark}[0-9]*)?|${mark}[0-9]+)`
}

/** The texts (already trimmed) that `reading` accepts, as a pattern both RE2 and JavaScript can run. */
export function numberPattern(reading: NumberReading): string {
  const whole = reading.storage === 'BIGINT'
  const body = bodyPattern(reading.decimal, reading.grouping, whole)
  if (reading.plain) return `(?:\\+|${minus})?${body}${whole ? '' : '(?:[eE][-+]?[0-9]{1,3})?'}`
  const sign = `(?:\\+|${minus})?`
  const gap = `${space}*`
  if (reading.unit === 'percent') return `\\(?${sign}${gap}${body}${gap}[%\\x{ff05}]\\)?|0+(?:[.,]0+)?`
  const symbol = reading.unit === 'none' ? '' : `(?:${symbolsOf(reading.unit.currency).map(escaped).join('|')})`
  const before = symbol === '' ? '' : `(?:${symbol}${gap})?`
  const after = symbol === '' ? '' : `(?:${gap}${symbol})?`
  return `\\(?${sign}${gap}${before}${sign}${gap}${body}${after}${minus}?\\)?`
}

function symbolsOf(code: string): string[] {
  const symbols = Object.keys(currencySymbols).filter((symbol) => currencySymbols[symbol] === code)
  return [...symbols.sort((a, b) => b.length - a.length), code]
}

const shape = new RegExp(
  `^\\(?[+\\-−]?\\s*(${currencyPattern})?\\s*[+\\-−]?\\s*([0-9.,'’_ \\u00a0\\u2007\\u2009\\u202f]*[0-9][.,]?)(?:\\s*(${currencyPattern})|\\s*([%％]))?-?\\)?$`,
  'u',
)
const exponent = /^[+\-−]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)[eE][-+]?[0-9]{1,3}$/u

export interface NumberShape {
  /** Digits, marks and groups alone. */
  readonly body: string
  readonly currency: string | null
  readonly percent: boolean
  readonly exponent: boolean
  /** Nothing around the body but one leading sign. */
  readonly bare: boolean
}

/** What a trimmed text would be as a number, whatever its marks mean; null when it cannot be one. */
export function numberShape(text: string): NumberShape | null {
  // Nearly every number there is; the general pattern is twenty times as slow.
  if (/^-?[0-9]+(?:\.[0-9]+)?$/u.test(text)) {
    const body = text.startsWith('-') ? text.slice(1) : text
    return { body, currency: null, percent: false, exponent: false, bare: true }
  }
  if (!/[0-9]/u.test(text)) return null
  if (exponent.test(text)) {
    return { body: text.replace(/^[+\-−]/u, ''), currency: null, percent: false, exponent: true, bare: true }
  }
  const match = shape.exec(text)
  if (match === null) return null
  const [, before, body = '', after, percent] = match
  if ((text.startsWith('(') || text.endsWith(')')) && !(text.startsWith('(') && text.endsWith(')'))) return null
  const symbol = before ?? after
  const currency = symbol === undefined ? null : (currencySymbols[symbol] ?? symbol)
  return {
    body,
    currency,
    percent: percent !== undefined,
    exponent: false,
    bare: /^[+\-−]?[0-9.,'’_ \u00a0\u2007\u2009\u202f]+$/u.test(text),
  }
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
  const word = trimmed(text)
  let pattern = compiled.get(reading)
  if (pattern === undefined) {
    pattern = javascriptPattern(numberPattern(reading))
    compiled.set(reading, pattern)
  }
  if (!pattern.test(word)) return null
  if (reading.storage === 'BIGINT') {
    const digits = word.replace(/[^0-9]/gu, '')
    const value = isNegative(word) ? -BigInt(digits) : BigInt(digits)
    return value > 9_223_372_036_854_775_807n || value < -9_223_372_036_854_775_808n ? null : value
  }
  if (reading.plain) {
    const value = Number(word.replace('−', '-').replace(reading.decimal, '.'))
    return Number.isFinite(value) ? value : null
  }
  const digits = word.replace(reading.decimal === '.' ? /[^0-9.]/gu : /[^0-9,]/gu, '').replace(',', '.')
  const magnitude = Number(digits) / (reading.unit === 'percent' ? 100 : 1)
  return isNegative(word) ? -magnitude : magnitude
}

function isNegative(word: string): boolean {
  return /[-−(]/u.test(word)
}
