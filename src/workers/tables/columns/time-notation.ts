/**
 * The language notations of time are written in: that of strptime, with directives it lacks. `%q` a quarter, `%h` a
 * half-year, `%G` and `%V` year and week of ISO 8601 (`%u` its day), `%E%e` year of a Japanese era (`%K` its initial),
 * `%o` a day as an ordinal (2nd), `%R` a year of the Republic of China, `%i` and `%J` the second year of a pair (2005/06, 2005/2006).
 * `%s` seconds since 1970, ten digits; `%{ms}s` thousandths of them, thirteen.
 * Braces hold what a directive needs to know: `%{de}B` a German month, `%{46}y` two digits up to 46 in this century.
 */
import { monthsOf, weekdaysOf } from '../../../shared/format/month-names.ts'

export interface Directive {
  readonly letter: string
  readonly argument: string | null
}

export const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
export const fullEnglishMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]

/** Years before the first of each era. */
export const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  大正: 1911,
  明治: 1867,
}
export const eraInitials: Readonly<Record<string, number>> = { r: 2018, h: 1988, s: 1925, t: 1911, m: 1867 }
/** Years before the first of the Republic of China. */
export const republicStart = 1911
/** By how many the years of the Buddhist era (`%{be}Y`), usual in Thailand, run ahead. */
export const buddhistYears = 543

/** Each directive as a pattern for RE2 and JavaScript alike. */
const patterns: Readonly<Record<string, string>> = {
  Y: '[0-9]{4}',
  y: '[0-9]{2}',
  m: '(?:0?[1-9]|1[0-2])',
  d: '(?:0?[1-9]|[12][0-9]|3[01])',
  o: '(?:0?[1-9]|[12][0-9]|3[01])',
  b: `(?:${englishMonths.join('|')})`,
  B: `(?:${fullEnglishMonths.join('|')})`,
  a: '(?:mon|tue|wed|thu|fri|sat|sun)',
  A: '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
  H: '(?:[01]?[0-9]|2[0-3])',
  I: '(?:0?[1-9]|1[0-2])',
  M: '[0-5][0-9]',
  S: '[0-5][0-9]',
  f: '[0-9]{1,9}',
  p: '(?:am|pm)',
  z: '(?:z|[-+][0-9]{2}:?(?:[0-9]{2})?)',
  q: '[1-4]',
  h: '[12]',
  G: '[0-9]{4}',
  V: '(?:0?[1-9]|[1-4][0-9]|5[0-3])',
  u: '[1-7]',
  E: `(?:${Object.keys(eras).join('|')})`,
  K: '[rhstm]',
  e: '(?:元|[0-9]{1,2})',
  R: '[0-9]{2,3}',
  i: '[0-9]{2}',
  J: '[0-9]{4}',
  s: '[0-9]{10}',
}
const epochMilliseconds = '[0-9]{13}'

/** Parts that touch each other need no separators, so each is exactly two wide. */
const strict: Readonly<Record<string, string>> = {
  ...patterns,
  m: '(?:0[1-9]|1[0-2])',
  d: '(?:0[1-9]|[12][0-9]|3[01])',
  H: '(?:[01][0-9]|2[0-3])',
}

/** Those strptime knows too, so that DuckDB's own is used. */
const ofStrptime = 'YymdbBaAHIMSfpz'

function anyName(names: ReadonlyMap<string, number>): string {
  const alternatives = [...names.keys()].sort((a, b) => b.length - a.length)
  return `(?:${alternatives.map(escapedLiteral).join('|')})`
}

function escapedLiteral(text: string): string {
  return text.replace(/[.+*?()|[\]{}^$\\]/gu, (character) => `\\${character}`)
}

const token = /%(?:\{([^}]*)\})?([A-Za-z])/gu

export function directivesOf(format: string): Directive[] {
  return [...format.matchAll(token)].map(([, argument, letter = '']) => ({ letter, argument: argument ?? null }))
}

/** Words that may be written in any case, which strptime would compare letter by letter. */
const spokenWord = /%[A-Za-z] (?:um|Uhr)|Uhr$/u

/** Whether anything in it is beyond strptime. */
export function isExtended(format: string): boolean {
  if (spokenWord.test(format)) return true
  return directivesOf(format).some(({ letter, argument }) => argument !== null || !ofStrptime.includes(letter))
}

/** The texts (trimmed, in lower case) a format accepts, one group a directive; for RE2 and JavaScript alike. */
export function formatPattern(format: string): string {
  const table = format.includes('%Y%m') ? strict : patterns
  let pattern = ''
  let end = 0
  for (const match of format.matchAll(token)) {
    const [whole, argument, letter = ''] = match
    pattern += escapedLiteral(format.slice(end, match.index).toLowerCase())
    if (argument !== undefined && /[bB]/u.test(letter)) pattern += `(${anyName(monthsOf(argument))})[.॰]?`
    else if (argument !== undefined && /[aA]/u.test(letter)) pattern += `(${anyName(weekdaysOf(argument))})[.॰]?`
    else if (argument === 'ms' && letter === 's') pattern += `(${epochMilliseconds})`
    else pattern += letter === 'o' ? `(${table.o ?? ''})(?:st|nd|rd|th)` : `(${table[letter] ?? ''})`
    end = match.index + whole.length
  }
  return pattern + escapedLiteral(format.slice(end).toLowerCase())
}

export function formatHasTime(format: string): boolean {
  return /%(?:[HI]|(?:\{ms\})?s)/u.test(format)
}
export function formatHasZone(format: string): boolean {
  return format.includes('%z')
}
