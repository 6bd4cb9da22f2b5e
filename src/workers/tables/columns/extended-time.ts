/** Notations of time beyond strptime as SQL; `parseTime` reads the same texts as the same instants. */

import { monthsOf } from '../../../shared/format/month-names.ts'
import { quoteText } from '../../runtime/duckdb/database.ts'
import {
  buddhistYears,
  directivesOf,
  englishMonths,
  eraInitials,
  eras,
  formatPattern,
  fullEnglishMonths,
  republicStart,
} from './time-notation.ts'

/** A TIMESTAMP, or NULL where `word` (SQL of a trimmed text) does not fit the format or names no day there is. */
export function extendedTime(format: string, word: string): string {
  const parts = directivesOf(format)
  const names = parts.map((_, index) => `'p${index}'`)
  const struct = `regexp_extract(lower(${word}), ${quoteText(`^${formatPattern(format)}$`)}, [${names.join(', ')}])`
  const textAt = (index: number): string => `${struct}.p${index}`
  const numberAt = (index: number): string => `TRY_CAST(${textAt(index)} AS INTEGER)`
  const at = (letters: string): number => parts.findIndex(({ letter }) => letters.includes(letter))
  const value = (letters: string): string | null => (at(letters) < 0 ? null : numberAt(at(letters)))
  const epoch = at('s')
  if (epoch >= 0) {
    const micros = parts[epoch]?.argument === 'ms' ? 1000 : 1_000_000
    return `make_timestamp(TRY_CAST(${textAt(epoch)} AS BIGINT) * ${micros})`
  }
  const year = yearSql()
  const week = value('V')
  if (week !== null) return weekSql(year, week, value('u') ?? '1')
  const conditions = pairConditions(year)
  const date = `TRY_CAST(printf('%04d-%02d-%02d', ${year}, ${monthSql()}, ${value('do') ?? '1'}) AS TIMESTAMP)`
  const instant = at('HI') < 0 ? date : `(${date} + to_microseconds(${clockSql()}))`
  return conditions === '' ? instant : `CASE WHEN ${conditions} THEN ${instant} END`

  function yearSql(): string {
    const full = value('YG')
    if (full !== null) return parts[at('YG')]?.argument === 'be' ? `(${full} - ${buddhistYears})` : full
    const short = at('y')
    if (short >= 0) {
      const pivot = parts[short]?.argument ?? '68'
      return `(${numberAt(short)} + CASE WHEN ${numberAt(short)} <= ${Number(pivot)} THEN 2000 ELSE 1900 END)`
    }
    const republic = value('R')
    if (republic !== null) return `(${republic} + ${republicStart})`
    const within = at('e')
    const [era, starts] = at('E') >= 0 ? [at('E'), eras] : [at('K'), eraInitials]
    if (within < 0 || era < 0) return '1970'
    const count = `CASE WHEN ${textAt(within)} = '元' THEN 1 ELSE ${numberAt(within)} END`
    return `(${count} + ${caseOf(textAt(era), Object.entries(starts))})`
  }

  function monthSql(): string {
    const named = at('bB')
    if (named >= 0) {
      const { letter = 'b', argument = null } = parts[named] ?? {}
      return caseOf(textAt(named), [...monthNames(letter, argument)])
    }
    const quarter = value('q')
    if (quarter !== null) return `(3 * ${quarter} - 2)`
    const half = value('h')
    return half === null ? (value('m') ?? '1') : `(6 * ${half} - 5)`
  }

  /** The second year of a pair is the one after the first. */
  function pairConditions(first: string): string {
    const short = value('i')
    if (short !== null) return `${short} = (${first} + 1) % 100`
    const full = value('J')
    return full === null ? '' : `${full} = ${first} + 1`
  }

  /** Microseconds since midnight. */
  function clockSql(): string {
    const hour = value('HI') ?? '0'
    const half = at('p')
    const full = half < 0 ? hour : `(${hour} % 12 + CASE WHEN ${textAt(half)} = 'pm' THEN 12 ELSE 0 END)`
    const fraction = at('f')
    const micros = fraction < 0 ? '0' : `TRY_CAST(rpad(substr(${textAt(fraction)}, 1, 6), 6, '0') AS BIGINT)`
    return `((CAST(${full} AS BIGINT) * 60 + ${value('M') ?? '0'}) * 60 + ${value('S') ?? '0'}) * 1000000 + ${micros}`
  }
}

function monthNames(letter: string, language: string | null): Iterable<readonly [string, number]> {
  if (language !== null) return monthsOf(language)
  return (letter === 'b' ? englishMonths : fullEnglishMonths).map((name, index) => [name, index + 1] as const)
}

function caseOf(text: string, entries: readonly (readonly [string, number])[]): string {
  return `CASE ${text} ${entries.map(([name, number]) => `WHEN ${quoteText(name)} THEN ${number}`).join(' ')} END`
}

/** The first week of ISO 8601 has the year's 4 January; a week 53 the year does not have is none. */
function weekSql(year: string, week: string, weekday: string): string {
  const fourth = `TRY_CAST(printf('%04d-01-04', ${year}) AS DATE)`
  const monday = `(${fourth} - (isodow(${fourth}) - 1)::INTEGER + ((${week} - 1) * 7)::INTEGER)`
  return `CASE WHEN year(${monday} + 3) = ${year} THEN CAST(${monday} + (${weekday} - 1)::INTEGER AS TIMESTAMP) END`
}
