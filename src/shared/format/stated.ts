/** Reads a number back from its text, to check that the text rounds the value it is said to state. */

import { readLength } from './lengths.ts'
import { literalPattern } from './literal-pattern.ts'
import { type NumberNotation, notationFor } from './notation.ts'

/** A number as it stands in a text: its value, and half a unit of its last written digit. */
export interface ReadNumber {
  readonly value: number
  readonly halfUnit: number
  /** What rounding to three significant figures may have taken from a whole number: 50 for `12,300`. */
  readonly roundedAway: number
  readonly negative: boolean
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^\s?(?:trillion|T\b)/, 1e12],
  [/^\s?(?:billion|B\b)/, 1e9],
  [/^\s?(?:million|M\b)/, 1e6],
  [/^\s?(?:thousand|k\b)/, 1e3],
  [/^\s?(?:%|percent\b|(?:percentage )?points?\b)/, 0.01],
  [/^\s?‰/, 0.001],
]

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const pattern = /(\d[\d,]*)(\.\d+)?(?:\s?×\s?10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+))?/u

/** The first number in `text`, or null when it has none. Understands all that `formatNumber` writes in the locale. */
export function readNumber(written: string, locale?: string): ReadNumber | null {
  const text = inEnglishNotation(written, locale)
  const match = pattern.exec(text)
  if (match === null) return null
  const length = readLength(text.slice(match.index))
  if (length !== null) {
    const { seconds, halfUnit } = length
    return { value: seconds, halfUnit, roundedAway: 0, negative: isNegativeBefore(text, match.index) }
  }
  const whole = (match[1] ?? '').replaceAll(',', '')
  const fraction = match[2] ?? ''
  const power = match[4] === undefined ? 0 : readSuperscript(match[4]) * (match[3] === '⁻' ? -1 : 1)
  const rest = text.slice(match.index + match[0].length)
  const unitScale = scales.find(([unit]) => unit.test(rest))?.[1] ?? 1
  const scale = unitScale * 10 ** power
  const decimals = Math.max(0, fraction.length - 1)
  const negative = isNegativeBefore(text, match.index)
  return {
    // Parsed with its exponent, because 10 ** -324 alone is already 0.
    value: Number(`${whole}${fraction}e${power}`) * unitScale,
    halfUnit: 0.5 * 10 ** -decimals * scale,
    roundedAway: halfOfZeros(whole, fraction) * scale,
    negative,
  }
}

/** The same with the signs and words of English, which the patterns here read. */
function inEnglishNotation(text: string, locale: string | undefined): string {
  const { decimal, group, words } = notationFor(locale)
  if (decimal === '.' && group === ',') return text
  const signs = text.replaceAll(/(?<=\d)\D(?=\d)/gu, (sign) => (sign === decimal ? '.' : sign === group ? ',' : sign))
  return words.length === 0 ? signs : signs.replace(wordPattern(words), (found) => meaningOf(found, words))
}

const wordPatterns = new WeakMap<NumberNotation['words'], RegExp>()

/** All words at once: French calls a trillion “billion”, and must not be translated twice. */
function wordPattern(words: NumberNotation['words']): RegExp {
  const pattern = wordPatterns.get(words) ?? new RegExp(words.map(({ word }) => literalPattern(word)).join('|'), 'u')
  wordPatterns.set(words, pattern)
  return pattern
}

function meaningOf(found: string, words: NumberNotation['words']): string {
  return words.find(({ word }) => word === found)?.means ?? found
}

function isNegativeBefore(text: string, index: number): boolean {
  return /[-−]\s?\D{0,5}$/u.test(text.slice(0, index))
}

function readSuperscript(text: string): number {
  return Number([...text].map((character) => superscripts.indexOf(character)).join(''))
}

/**
 * Whether `text` rounds `value`. Trailing zeros of a whole number may be rounded away ("12,300" states 12,345), up to
 * three significant figures. A text without a sign states a size: "fell by 12%" states −0.12.
 */
export function statedMatches(text: string, value: number, locale?: string): boolean {
  const read = readNumber(text, locale)
  if (read === null || !Number.isFinite(value)) return false
  if (read.negative && value >= 0) return false
  const difference = Math.abs(read.value - Math.abs(value))
  return difference <= Math.max(read.halfUnit, read.roundedAway) * (1 + 1e-9)
}

/** Half a unit of the third significant figure, where a whole number ends in zeros beyond it. */
function halfOfZeros(whole: string, fraction: string): number {
  if (whole.length <= 3 || fraction !== '') return 0
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0
  return 0.5 * 10 ** Math.min(zeros, whole.length - 3)
}
