/** Dates and times as people write them: notations in the language of strptime, shared by JavaScript and DuckDB. */
import { trimmed } from './missing.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const fullMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
]
const weekdays = 'mon|tue|wed|thu|fri|sat|sun'
const fullWeekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

/** Each directive as a pattern for RE2 and JavaScript alike. */
const directives: Readonly<Record<string, string>> = {
  Y: '[0-9]{4}',
  y: '[0-9]{2}',
  m: '(?:0?[1-9]|1[0-2])',
  d: '(?:0?[1-9]|[12][0-9]|3[01])',
  b: `(?:${months.join('|')})`,
  B: `(?:${fullMonths.join('|')})`,
  a: `(?:${weekdays})`,
  A: `(?:${fullWeekdays})`,
  H: '(?:[01]?[0-9]|2[0-3])',
  I: '(?:0?[1-9]|1[0-2])',
  M: '[0-5][0-9]',
  S: '[0-5][0-9]',
  f: '[0-9]{1,9}',
  p: '(?:am|pm)',
  z: '(?:z|[-+][0-9]{2}:?(?:[0-9]{2})?)',
}

/** Formats whose day and month stand in strict eight digits need no separators, so each part is exactly two wide. */
const strictDirectives: Readonly<Record<string, string>> = {
  ...directives,
  m: '(?:0[1-9]|1[0-2])',
  d: '(?:0[1-9]|[12][0-9]|3[01])',
}

const datesNumeric = [
  '%Y-%m-%d',
  '%Y/%m/%d',
  '%Y.%m.%d',
  '%d.%m.%Y',
  '%d/%m/%Y',
  '%m/%d/%Y',
  '%d-%m-%Y',
  '%m-%d-%Y',
  '%d.%m.%y',
  '%d/%m/%y',
  '%m/%d/%y',
  '%d-%m-%y',
  '%m-%d-%y',
]
const datesNamed = [
  '%d %b %Y',
  '%d-%b-%Y',
  '%d/%b/%Y',
  '%d-%b-%y',
  '%d %b %y',
  '%d. %b %Y',
  '%b %d, %Y',
  '%b %d %Y',
  '%b-%d-%Y',
  '%d %B %Y',
  '%d-%B-%Y',
  '%d. %B %Y',
  '%B %d, %Y',
  '%B %d %Y',
  '%Y-%b-%d',
  '%Y %b %d',
  '%a, %d %b %Y',
  '%a %b %d %Y',
  '%A, %B %d, %Y',
]
const monthsOnly = ['%Y-%m', '%b %Y', '%B %Y', '%b-%Y', '%b-%y']
const clocks = [
  '%H:%M:%S',
  '%H:%M',
  '%H:%M:%S.%f',
  '%I:%M %p',
  '%I:%M:%S %p',
  '%I:%M%p',
  '%I:%M:%S%p',
  '%H:%M:%S%z',
  '%H:%M:%S.%f%z',
  '%H:%M%z',
  '%H:%M:%S %z',
]

/** Notations of a date alone. `%Y%m%d` is apart: it looks like any number of eight digits. */
export const dateFormats: readonly string[] = [...datesNumeric, ...datesNamed, ...monthsOnly]
export const compactDateFormat = '%Y%m%d'

/** Notations of a date with a time of day, the time after a space or, ISO 8601, a T. */
export const timestampFormats: readonly string[] = [...datesNumeric, ...datesNamed].flatMap((date) =>
  clocks.flatMap((clock) => {
    const glue = date === '%Y-%m-%d' ? ['T', ' '] : date.endsWith('%Y') || date.endsWith('%y') ? [' ', ', '] : [' ']
    return glue.map((between) => `${date}${between}${clock}`)
  }),
)

export function formatHasTime(format: string): boolean {
  return /%[HI]/u.test(format)
}
export function formatHasZone(format: string): boolean {
  return format.includes('%z')
}

/** The texts (trimmed, in lower case) a format accepts, as a pattern both RE2 and JavaScript can run. */
export function formatPattern(format: string): string {
  const table = format === compactDateFormat ? strictDirectives : directives
  return format.replace(/%([A-Za-z])|[.+*?()|[\]{}^$\\]|[A-Z]/gu, (whole, directive: string | undefined) => {
    if (directive !== undefined) return `(${table[directive] ?? ''})`
    return /[A-Z]/u.test(whole) ? whole.toLowerCase() : `\\${whole}`
  })
}

interface CompiledFormat {
  readonly pattern: RegExp
  readonly parts: readonly string[]
}
const compiled = new Map<string, CompiledFormat>()

function compile(format: string): CompiledFormat {
  let entry = compiled.get(format)
  if (entry === undefined) {
    entry = {
      pattern: new RegExp(`^${formatPattern(format)}$`, 'u'),
      parts: [...format.matchAll(/%([A-Za-z])/gu)].map((match) => match[1] ?? ''),
    }
    compiled.set(format, entry)
  }
  return entry
}

/** Milliseconds since 1970 (UTC, or local time taken as UTC when no zone is written), or null when it does not fit. */
export function parseTime(text: string, format: string): number | null {
  const { pattern, parts } = compile(format)
  const match = pattern.exec(trimmed(text).toLowerCase())
  if (match === null) return null
  let [year, month, day, hour, minute, second, milliseconds, offsetMinutes] = [1970, 1, 1, 0, 0, 0, 0, 0]
  let afternoon: boolean | null = null
  for (const [index, part] of parts.entries()) {
    const found = match[index + 1] ?? ''
    const value = Number(found)
    if (part === 'Y') year = value
    else if (part === 'y') year = value < 69 ? 2000 + value : 1900 + value
    else if (part === 'm') month = value
    else if (part === 'd') day = value
    else if (part === 'b') month = months.indexOf(found) + 1
    else if (part === 'B') month = fullMonths.indexOf(found) + 1
    else if (part === 'H' || part === 'I') hour = value
    else if (part === 'M') minute = value
    else if (part === 'S') second = value
    else if (part === 'f') milliseconds = Math.floor(Number(`0.${found}`) * 1000)
    else if (part === 'p') afternoon = found === 'pm'
    else if (part === 'z') offsetMinutes = parseOffset(found)
  }
  if (afternoon !== null) hour = (hour % 12) + (afternoon ? 12 : 0)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null
  return date.getTime() + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + milliseconds
}

function parseOffset(text: string): number {
  if (text === 'z') return 0
  const digits = text.replace(/[^0-9]/gu, '')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4) || '0')
  return text.startsWith('-') ? -minutes : minutes
}

/** The same date with day and month exchanged, for a notation in which they can be; null otherwise. */
export function exchangedFormat(format: string): string | null {
  const match = /^%([dm])([./-])%([dm])\2(%[Yy])/u.exec(format)
  if (match === null) return null
  const exchanged = format.replace(/%[dm]/gu, (directive) => (directive === '%d' ? '%m' : '%d'))
  return dateFormats.includes(exchanged) || timestampFormats.includes(exchanged) ? exchanged : null
}
