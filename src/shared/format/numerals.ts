/** Finds the numbers that are written in a text, in every form that `formatNumber` writes and `readNumber` reads back. */
import { literalPattern } from './literal-pattern.ts'
import { notationFor } from './notation.ts'

/** A number as it stands in a text: with its sign, its currency in front and what scales it. */
export interface Numeral {
  readonly text: string
  /** In UTF-16 units. */
  readonly start: number
  /** Whether a letter stands right before it, as in `Q3`: mostly a part of a name. */
  readonly isPartOfWord: boolean
}

/** Words and signs of English that make another amount of the number before them. */
const englishScales = [
  ...['percentage points', 'percentage point', 'points', 'point', 'percent', '%', '‰'],
  ...['trillion', 'billion', 'million', 'thousand', 'T', 'B', 'M', 'k'],
]

const clock = String.raw`\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?(?![\p{L}\p{Nd}])`
const length = String.raw`\p{Nd}+(?:,\p{Nd}+)* (?:d|h|min) \p{Nd}+ (?:h|min|s)(?![\p{L}\p{Nd}])`
const digits = String.raw`\p{Nd}+(?:[.,'’\u00a0\u202f]\p{Nd}+)*`
const power = String.raw`\s?×\s?10⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+`
/** A dash between two numbers is no sign. */
const sign = String.raw`(?:(?<![\p{L}\p{Nd}])[-−+])?\p{Sc}?`

interface Patterns {
  readonly numeral: RegExp
  readonly scaled: RegExp
}

const patterns = new Map<string, Patterns>()

function patternsFor(locale: string | undefined): Patterns {
  const key = locale ?? ''
  const known = patterns.get(key)
  if (known !== undefined) return known
  const words = [...new Set([...englishScales, ...notationFor(locale).words.map(({ word }) => word)])]
  // The longest first: `Million` is the beginning of `Millionen`.
  const either = words.toSorted((one, other) => other.length - one.length).map(literalPattern)
  const scale = String.raw`\s?(?:${either.join('|')})(?![\p{L}\p{Nd}])`
  const made = {
    numeral: new RegExp(`${sign}(?:${clock}|${length}|${digits}(?:${power})?(?:${scale})?)`, 'gu'),
    scaled: new RegExp(`^${scale}`, 'u'),
  }
  patterns.set(key, made)
  return made
}

/** In the order in which they stand; English and the language of `locale` are understood. */
export function numeralsIn(text: string, locale?: string): Numeral[] {
  return [...text.matchAll(patternsFor(locale).numeral)].map(({ 0: found, index: start }) => ({
    text: found,
    start,
    isPartOfWord: /\p{L}$/u.test(text.slice(Math.max(0, start - 2), start)),
  }))
}

/** Whether `rest`, which follows a number, begins with a word or sign that makes another amount of it. */
export function beginsWithScale(rest: string, locale?: string): boolean {
  return patternsFor(locale).scaled.test(rest)
}
