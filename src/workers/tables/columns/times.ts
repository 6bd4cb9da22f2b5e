/** Dates and times as people write them: notations in the language of strptime, shared by JavaScript and DuckDB. */
import { bareName, monthsOf } from '../../../shared/format/month-names.ts'
import { trimmed } from './missing.ts'
import {
  buddhistYears,
  type Directive,
  directivesOf,
  englishMonths,
  eraInitials,
  eras,
  formatPattern,
  fullEnglishMonths,
  republicStart,
} from './time-notation.ts'

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
  '%A, %d %B %Y',
  '%a, %b %d, %Y',
]
/** Without a time of day behind them. */
const datesOrdinal = [
  ...['%B %o, %Y', '%B %o %Y', '%b %o, %Y', '%b %o %Y', '%o %B %Y', '%o %b %Y', '%o of %B %Y', '%o %B, %Y'],
  ...['%A, %B %o, %Y', '%A %o %B %Y', '%A, %o %B %Y', '%a, %b %o, %Y', '%a %o %b %Y'],
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
  '%H:%M %z',
  '%H:%M:%S.%f %z',
]

/** Notations of a date alone. Those of digits alone are apart: they look like any number. */
export const dateFormats: readonly string[] = [...datesNumeric, ...datesNamed, ...datesOrdinal, ...monthsOnly]
/** Digits alone; the shorter last. A format with a sign of its own (`T`) is among them for its adjacent directives. */
export const compactFormats: readonly string[] = [
  ...[
    '%Y%m%d%H%M%S',
    '%Y%m%dT%H%M%S',
    '%Y%m%dT%H%M%S%z',
    '%Y%m%d %H%M%S',
    '%Y%m%d %H:%M:%S',
    '%Y%m%d %H:%M',
    '%Y%m%d%H%M',
  ],
  ...['%Y%m%dT%H%M', '%Y%m%d', '%Y%m'],
]

/** Unix time, which only the name of a column tells from other numbers. */
export const epochFormats: readonly string[] = ['%s', '%{ms}s']

/** Notations of a date with a time of day, the time after a space or, ISO 8601, a T. */
export const timestampFormats: readonly string[] = [
  ...[...datesNumeric, ...datesNamed].flatMap((date) =>
    clocks.flatMap((clock) => {
      const glue = date === '%Y-%m-%d' ? ['T', ' '] : date.endsWith('%Y') || date.endsWith('%y') ? [' ', ', '] : [' ']
      return glue.map((between) => `${date}${between}${clock}`)
    }),
  ),
  ...['%d.%m.%Y', '%d.%m.%y'].flatMap((date) =>
    [' ', ', ', ' um '].flatMap((between) => [`${date}${between}%H:%M Uhr`, `${date}${between}%H:%M:%S Uhr`]),
  ),
  // Logs of web servers; headers of mail; what Unix prints of a moment.
  ...[
    '%d/%b/%Y:%H:%M:%S %z',
    '%d/%b/%Y:%H:%M:%S',
    '%a, %d %b %Y %H:%M:%S GMT',
    '%a %b %d %H:%M:%S %Y',
    '%a %b %d %H:%M:%S UTC %Y',
  ],
]

interface CompiledFormat {
  readonly pattern: RegExp
  readonly parts: readonly Directive[]
}
const compiled = new Map<string, CompiledFormat>()

function compile(format: string): CompiledFormat {
  let entry = compiled.get(format)
  if (entry === undefined) {
    entry = { pattern: new RegExp(`^${formatPattern(format)}$`, 'u'), parts: directivesOf(format) }
    compiled.set(format, entry)
  }
  return entry
}

/** Up to this, two digits are of this century, as strptime has it. */
const usualPivot = 68

/** A year of two digits. `pivot` is the last that lies in this century. */
export function fullYear(digits: number, pivot: number = usualPivot): number {
  return digits <= pivot ? 2000 + digits : 1900 + digits
}

/** Milliseconds since 1970 (UTC, or local time taken as UTC when no zone is written), or null when it does not fit. */
export function parseTime(text: string, format: string): number | null {
  const { pattern, parts } = compile(format)
  const match = pattern.exec(trimmed(text).toLowerCase())
  if (match === null) return null
  let [year, month, day, hour, minute, second, milliseconds, offsetMinutes] = [1970, 1, 1, 0, 0, 0, 0, 0]
  let afternoon: boolean | null = null
  let week: number | null = null
  let weekday = 1
  for (const [index, { letter, argument }] of parts.entries()) {
    const found = match[index + 1] ?? ''
    const value = Number(found)
    if (letter === 'Y' || letter === 'G') year = argument === 'be' ? value - buddhistYears : value
    else if (letter === 'y') year = fullYear(value, argument === null ? usualPivot : Number(argument))
    else if (letter === 'm') month = value
    else if (letter === 'd' || letter === 'o') day = value
    else if (letter === 'b' || letter === 'B') month = monthOf(found, letter, argument)
    else if (letter === 'H' || letter === 'I') hour = value
    else if (letter === 'M') minute = value
    else if (letter === 'S') second = value
    else if (letter === 'f') milliseconds = Math.floor(Number(`0.${found}`) * 1000)
    else if (letter === 'p') afternoon = found === 'pm'
    else if (letter === 'z') offsetMinutes = parseOffset(found)
    else if (letter === 'q') month = 3 * value - 2
    else if (letter === 'h') month = 6 * value - 5
    else if (letter === 'V') week = value
    else if (letter === 'u') weekday = value
    else if (letter === 'E') year = eras[found] ?? year
    else if (letter === 'K') year = eraInitials[found] ?? year
    else if (letter === 'e') year += found === '元' ? 1 : value
    else if (letter === 'R') year = republicStart + value
    else if (letter === 's') return argument === 'ms' ? value : value * 1000
    else if (letter === 'i' && value !== (year + 1) % 100) return null
    else if (letter === 'J' && value !== year + 1) return null
  }
  if (week !== null) return mondayOf(year, week, weekday)
  if (afternoon !== null) hour = (hour % 12) + (afternoon ? 12 : 0)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1) return null
  return date.getTime() + ((hour * 60 + minute - offsetMinutes) * 60 + second) * 1000 + milliseconds
}

function monthOf(name: string, letter: 'b' | 'B', language: string | null): number {
  if (language !== null) return monthsOf(language).get(bareName(name)) ?? 0
  return (letter === 'b' ? englishMonths : fullEnglishMonths).indexOf(name) + 1
}

const dayMs = 86_400_000

/** Of the week by ISO 8601, whose first has the year's 4 January; null for a week 53 the year does not have. */
function mondayOf(year: number, week: number, weekday: number): number | null {
  const fourth = new Date(0)
  fourth.setUTCFullYear(year, 0, 4)
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * dayMs + (week - 1) * 7 * dayMs
  return new Date(monday + 3 * dayMs).getUTCFullYear() === year ? monday + (weekday - 1) * dayMs : null
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
