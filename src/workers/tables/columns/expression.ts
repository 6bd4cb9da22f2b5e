/**
 * A column's reading as SQL. Two kinds of expression: tolerant ones give NULL for what they cannot read and agree with
 * the JavaScript parsers; strict ones are as fast as a bare cast, accept a subset, and raise an error on anything else.
 */
import { literalPattern } from '../../../shared/format/literal-pattern.ts'
import { quoteText } from '../../runtime/duckdb/database.ts'
import { compoundExpression } from './compounds.ts'
import { translationOf } from './digits.ts'
import { lengthExpression } from './durations.ts'
import { extendedTime } from './extended-time.ts'
import { isNaSpelling, missingAmongFigures, missingSpellingsInText } from './missing.ts'
import { emptyCentsPattern, limitPattern, percentAlternatives } from './number-shape.ts'
import {
  debitMarks,
  isSurrounded,
  numberPattern,
  scaleSuffixes,
  surroundedGroups,
  surroundedPattern,
} from './numbers.ts'
import type { ColumnReading, NumberReading, TimeReading } from './reading.ts'
import { formatHasZone, formatPattern, isExtended } from './time-notation.ts'

/** As `trimmed` in JavaScript. `trim` with a set of characters of its own costs twenty times as much. */
function trimmedSql(column: string, digits = ''): string {
  const spaced = `replace(${column}, '\u00a0', ' ')`
  if (digits === '') return `trim(${spaced})`
  const { from, to } = translationOf(digits)
  return `trim(translate(${spaced}, ${quoteText(from)}, ${quoteText(to)}))`
}

/**
 * True where the value of `column` (an SQL expression) is missing under this reading. Never NULL. One pattern rather
 * than an IN list, which DuckDB turns into a join, or into sixty nodes, for each column: 2,000 columns never ended.
 */
export function missingExpression(reading: ColumnReading, column: string): string {
  if (reading.kind !== 'text') return missingAmongFiguresSql(column)
  // Most values of a text column are dismissed by their length or first letter: comparing is far cheaper than matching.
  const matches = `regexp_full_match(${column}, ${reading.keepsNa ? missingButNa : missingInText})`
  const between = (from: string, to: string): string => `(${column} >= '${from}' AND ${column} < '${to}')`
  const ordinary = [between('A', 'N'), between('O', '['), between('a', 'n'), between('o', '{'), between('0', ':')]
  return `(CASE WHEN ${column} IS NULL THEN true WHEN strlen(${column}) > ${longestMissingBytes} THEN ${column} < '!' AND trim(${column}) = '' WHEN ${ordinary.join(' OR ')} THEN false ELSE ${matches} END)`
}

/** No missing word begins with a digit, or with a minus and a digit, as most values do: comparing those is far cheaper. */
function missingAmongFiguresSql(column: string): string {
  const isFigure = `(${column} >= '0' AND ${column} < ':') OR (${column} >= '-0' AND ${column} < '-:')`
  return `(CASE WHEN ${column} IS NULL THEN true WHEN ${isFigure} THEN false ELSE regexp_full_match(${column}, ${missingAnywhere}) END)`
}

/** UTF-8 bytes of the longest missing word, and then some. */
const longestMissingBytes = 12

function anyOf(words: readonly string[]): string {
  return words.map(literalPattern).join('|')
}
const missingAnywhere = quoteText(`(?i)[ \\x{a0}]*(?:${anyOf(missingAmongFigures)})[ \\x{a0}]*`)
const missingInText = quoteText(`${anyOf(missingSpellingsInText)}| +`)
const missingButNa = quoteText(`${anyOf(missingSpellingsInText.filter((word) => !isNaSpelling(word)))}| +`)

/** The value, or NULL where it is missing or cannot be read. */
export function tolerantExpression(reading: ColumnReading, column: string): string {
  const value = readExpression(reading, column)
  return `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${value} END`
}

/** The value or NULL where it cannot be read; for values that are not missing. */
export function readExpression(reading: ColumnReading, column: string): string {
  switch (reading.kind) {
    case 'text':
      return column
    case 'boolean': {
      const word = `lower(${trimmedSql(column, reading.digits)})`
      return `CASE ${word} WHEN ${quoteText(reading.yes)} THEN true WHEN ${quoteText(reading.no)} THEN false END`
    }
    case 'number': {
      const word = trimmedSql(column, reading.digits)
      if (isSurrounded(reading)) return surroundedExpression(reading, word)
      const value = numberExpression(reading, word)
      return reading.plain && reading.decimal === '.' ? orAtOnce(reading, column, value) : value
    }
    case 'length':
      return lengthExpression(reading.form, trimmedSql(column, reading.digits), quoteText)
    case 'compound':
      return compoundExpression(reading.form, trimmedSql(column, reading.digits), quoteText)
    case 'time':
      return timeExpression(reading, trimmedSql(column, reading.digits))
  }
}

function numberExpression(reading: NumberReading, word: string): string {
  const matches = `regexp_full_match(${word}, ${quoteText(numberPattern(reading))})`
  const mark = reading.decimal === ',' ? (text: string) => `replace(${text}, ',', '.')` : (text: string) => text
  if (reading.plain) {
    const value = `TRY_CAST(${mark(`translate(${word}, '−–', '--')`)} AS ${reading.storage})`
    const finite = reading.storage === 'DOUBLE' ? ` AND isfinite(${value})` : ''
    return `CASE WHEN ${matches}${finite} THEN ${value} END`
  }
  const kept = reading.decimal === '.' ? '[^0-9.]' : '[^0-9,]'
  const digits = reading.storage === 'BIGINT' ? '[^0-9]' : kept
  const magnitude = `TRY_CAST(${mark(`regexp_replace(${word}, '${digits}', '', 'g')`)} AS ${reading.storage})`
  const scaled = reading.unit === 'percent' ? `${magnitude} / 100` : magnitude
  const sign = `CASE WHEN regexp_matches(${word}, '[-−–(]') THEN -1 ELSE 1 END`
  return `CASE WHEN ${matches} THEN ${sign} * ${scaled} END`
}

/**
 * A cast alone where its text shows that it takes nothing else: matching a pattern costs ten times as much. `value` reads
 * all other texts, with spaces, exponents or digits of another script.
 */
function orAtOnce({ storage }: NumberReading, column: string, value: string): string {
  const cast = `TRY_CAST(${column} AS ${storage})`
  // A whole number as it prints; a cast also takes `1_000`, `3.5` and `1e3`.
  if (storage === 'BIGINT') return `CASE WHEN CAST(${cast} AS VARCHAR) = ${column} THEN ${cast} ELSE ${value} END`
  const others = ['_', 'e', 'E'].map((letter) => `contains(${column}, '${letter}')`).join(' OR ')
  const isFigure = `${column} >= '-' AND ${column} < ':' AND right(${column}, 1) BETWEEN '0' AND '9' AND NOT (${others})`
  return `CASE WHEN ${isFigure} AND isfinite(${cast}) THEN ${cast} ELSE ${value} END`
}

/** A number with a unit, a power of ten or a flag behind it: only its own digits count, not those of `m2`. */
function surroundedExpression(reading: NumberReading, given: string): string {
  const hasCents = reading.around?.emptyCents === true
  const word = hasCents ? `regexp_replace(${given}, ${quoteText(emptyCentsPattern)}, '\\1\\2')` : given
  const groups = surroundedGroups.map((group) => `'${group}'`).join(', ')
  const parts = `regexp_extract(${word}, ${quoteText(`^(?:${surroundedPattern(reading)})$`)}, [${groups}])`
  const part = (name: (typeof surroundedGroups)[number]): string => `${parts}.${name}`
  const kept = reading.storage === 'BIGINT' ? '[^0-9]' : reading.decimal === '.' ? '[^0-9.]' : '[^0-9,]'
  const digits = `replace(regexp_replace(${part('body')}, '${kept}', '', 'g'), ',', '.')`
  const { anyCase, suffixes } = scaleSuffixes(reading)
  const cases = suffixes.map(([scale, suffix]) => `WHEN ${quoteText(scale)} THEN ${digits} || '${suffix}'`)
  const written = anyCase ? `lower(${part('scale')})` : part('scale')
  const scaled = suffixes.length === 0 ? digits : `CASE ${written} ${cases.join(' ')} ELSE ${digits} END`
  const magnitude = `TRY_CAST(${scaled} AS ${reading.storage})`
  const debit = `lower(${part('side')}) IN (${debitMarks.map(quoteText).join(', ')})`
  const negative = `(regexp_matches(${part('prefix')}, '[-−–(]') OR ${part('minus')} <> '' OR ${debit})`
  const isShare =
    reading.around?.fractions === true ? `regexp_matches(${word}, ${quoteText(percentAlternatives)})` : 'true'
  const value = reading.unit === 'percent' ? `${magnitude} / CASE WHEN ${isShare} THEN 100 ELSE 1 END` : magnitude
  return `CASE WHEN ${part('body')} <> '' THEN CASE WHEN ${negative} THEN -1 ELSE 1 END * ${value} END`
}

function timeExpression(reading: TimeReading, word: string): string {
  const attempts = reading.formats.map((format) => {
    const matches = `regexp_full_match(lower(${word}), ${quoteText(formatPattern(format))})`
    return `CASE WHEN ${matches} THEN ${parsedTime(format, word)} END`
  })
  const value = attempts.length === 1 ? attempts.join('') : `coalesce(${attempts.join(', ')})`
  return `CAST(${value} AS ${reading.storage})`
}

/** ISO 8601 is read by a cast, which takes nine digits of a second where strptime takes six. */
function parsedTime(format: string, word: string): string {
  if (formatHasZone(format)) {
    const zone = format.replace(/ ?%z$/u, '')
    const offset = `regexp_extract(lower(${word}), '(z|[-+][0-9]{2}:?(?:[0-9]{2})?)$', 1)`
    const local = `regexp_replace(${word}, ' ?([zZ]|[-+][0-9]{2}:?(?:[0-9]{2})?)$', '')`
    const digits = `regexp_replace(${offset}, '[^0-9]', '', 'g')`
    const minutes = `(TRY_CAST(substr(${digits}, 1, 2) AS INTEGER) * 60 + coalesce(TRY_CAST(substr(${digits}, 3, 2) AS INTEGER), 0))`
    const sign = `CASE WHEN starts_with(${offset}, '-') THEN -1 ELSE 1 END`
    const shift = `CASE WHEN ${offset} = 'z' THEN 0 ELSE ${sign} * ${minutes} END`
    return `(${parsedTime(zone, local)} - to_minutes(${shift}))`
  }
  if (/^%Y-%m-%d(?:[T ]%H:%M(?::%S(?:\.%f)?)?)?$/u.test(format)) return `TRY_CAST(${word} AS TIMESTAMP)`
  if (isExtended(format)) return extendedTime(format, word)
  return `try_strptime(${word}, ${quoteText(format)})`
}

/** What the sample showed of a column, as far as the strict expression cares. */
export interface StrictNeeds {
  readonly hasMissingWords: boolean
}

/**
 * A strict reading in two steps, since the second checks what the first made: `inner` over the raw `column`, and
 * `outer` over the raw column and the inner value. The checks are on values, so that a whole column passes at the price
 * of a cast: an integer must print as the text it came from, which rules out `007`, `3.5`, `1_000` and `1e3` (a cast
 * takes all of them).
 */
export function strictExpressions(
  reading: ColumnReading,
  column: string,
  innerName: string,
  needs: StrictNeeds,
): { readonly inner: string; readonly outer: string } {
  if (reading.kind === 'text') {
    const value = `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${column} END`
    return { inner: value, outer: innerName }
  }
  const present = needs.hasMissingWords
    ? `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${column} END`
    : column
  if (reading.kind === 'number' && reading.plain && reading.decimal === '.') {
    if (reading.storage === 'BIGINT') {
      const same = `CAST(${innerName} AS VARCHAR) = ${column}`
      return {
        inner: `CAST(${present} AS BIGINT)`,
        outer: `CASE WHEN ${innerName} IS NULL OR ${same} THEN ${innerName} ELSE CAST(error('strict') AS BIGINT) END`,
      }
    }
    return {
      inner: `CAST(CASE WHEN contains(${column}, '_') THEN '!' ELSE ${present} END AS DOUBLE)`,
      outer: finiteExpression(innerName),
    }
  }
  const width = fixedWidth(reading)
  if (width !== null) {
    const exact = `CASE WHEN ${column} IS NULL OR (strlen(${column}) = ${width} AND ${column} < ':') THEN ${column} ELSE '!' END`
    const type = reading.kind === 'time' ? reading.storage : 'VARCHAR'
    const guarded = needs.hasMissingWords
      ? `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${exact} END`
      : exact
    return { inner: `CAST(${guarded} AS ${type})`, outer: innerName }
  }
  if (reading.kind === 'boolean' && reading.yes === 'true') {
    const word = `CASE WHEN strlen(${column}) < 4 THEN '!' ELSE ${column} END`
    const guarded = needs.hasMissingWords
      ? `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${word} END`
      : word
    return { inner: `CAST(${guarded} AS BOOLEAN)`, outer: innerName }
  }
  const failing = `coalesce(${readExpression(reading, column)}, error('strict'))`
  return { inner: `CASE WHEN ${missingExpression(reading, column)} THEN NULL ELSE ${failing} END`, outer: innerName }
}

/** Bytes of every value of an ISO date or time stamp to the second, which a cast reads at once. */
function fixedWidth(reading: ColumnReading): number | null {
  if (reading.kind !== 'time' || reading.formats.length !== 1) return null
  const [format] = reading.formats
  if (format === '%Y-%m-%d' && reading.storage === 'DATE') return 10
  return format === '%Y-%m-%dT%H:%M:%S' || format === '%Y-%m-%d %H:%M:%S' ? 19 : null
}

/**
 * The type a strict reader of the source may give the column by itself without losing anything: not BIGINT (which
 * rounds `3.5`), DATE (which drops the time) or TIMESTAMP (which drops the offset).
 */
export function safeSourceType(reading: ColumnReading, needs: StrictNeeds): 'DOUBLE' | 'BOOLEAN' | null {
  if (needs.hasMissingWords) return null
  if (reading.kind === 'boolean' && reading.yes === 'true') return 'BOOLEAN'
  const plainDouble = reading.kind === 'number' && reading.storage === 'DOUBLE' && reading.plain
  return plainDouble && reading.decimal === '.' ? 'DOUBLE' : null
}

/** A DOUBLE from text may be NaN or infinite (`nan`), which is no number of a table. */
export function finiteExpression(column: string): string {
  return `CASE WHEN ${column} IS NULL OR isfinite(${column}) THEN ${column} ELSE CAST(error('strict') AS DOUBLE) END`
}

/** Integers written with leading zeros, which reading them as numbers loses. */
export function paddedExpression(column: string): string {
  // Blanks, signs and the nought come before the other digits; most values are dismissed by that.
  return `(${column} < '1' AND regexp_matches(${column}, '^\\s*[-+]?0[0-9]+\\s*$'))`
}

/** Whether a text says only below or above which limit a value lies. */
export function limitExpression(column: string): string {
  return `regexp_full_match(${trimmedSql(column)}, ${quoteText(limitPattern)})`
}
