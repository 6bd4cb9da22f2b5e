/** Stretches of time and parts of the calendar in a question: `March 2024`, `2nd quarter`, `last year`, `at weekends`. */
import type { Condition, ConditionValue } from '../story/condition.ts'
import { timesOf } from './columns.ts'
import type { Reading } from './reading.ts'
import type { AskedColumn } from './table.ts'

export type Period =
  /** From the first moment of `from` to the last of `to`, each a year, a month or a day. */
  | { readonly kind: 'span'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'calendar'
      readonly part: 'month' | 'weekday' | 'quarter'
      readonly values: readonly number[]
      readonly year: string | null
    }

export interface FoundPeriod {
  readonly period: Period
  /** The piece after it. */
  readonly next: number
}

const workdays = [1, 2, 3, 4, 5] as const
const weekend = [6, 7] as const

/** The period that starts with a piece; null where none does. Nothing is taken up. */
export function periodAt(reading: Reading, index: number): FoundPeriod | null {
  const times = timesOf(reading.table)
  const [time] = times
  if (time === undefined || reading.isTaken(index)) return null
  return (
    dateAt(reading, index) ??
    dayAndMonthAt(reading, index, time) ??
    monthAt(reading, index, time) ??
    quarterAt(reading, index, time) ??
    decadeAt(reading, index) ??
    relativeAt(reading, index, time) ??
    weekdayAt(reading, index) ??
    yearAt(reading, index)
  )
}

function dateAt(reading: Reading, index: number): FoundPeriod | null {
  const text = reading.is(index, 'date')?.text
  if (text === undefined) return null
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const slashed = /^(\d{1,2})\/(\d{4})$/.exec(text)
  const [year, month, day] =
    iso !== null
      ? [iso[1], iso[2], iso[3]]
      : german !== null
        ? [german[3], german[2], german[1]]
        : [slashed?.[2], slashed?.[1], undefined]
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return null
  const date = [year, two(month), ...(day === undefined ? [] : [two(day)])].join('-')
  return { period: { kind: 'span', from: date, to: date }, next: index + 1 }
}

/** `3 March 2024`, `3. März`, `March 3, 2024`: a day with its month. */
function dayAndMonthAt(reading: Reading, index: number, time: AskedColumn): FoundPeriod | null {
  const first = dayOf(reading, index)
  const before = first !== null && reading.isCue(index + 1, 'in') ? index + 2 : index + 1
  const [monthPlace, dayPlace] = first === null ? [index, index + 1] : [before, index]
  const month = reading.as(monthPlace, 'months')?.months
  const day = first ?? dayOf(reading, dayPlace)
  if (month === undefined || month.length !== 1 || day === null) return null
  let next = Math.max(monthPlace, dayPlace) + 1
  if (reading.isCue(next, 'and') && yearOf(reading, next + 1) !== null) next++
  const year = yearOf(reading, next)
  if (year !== null) next++
  const inYear = year ?? latestYearWith(time, month[0] ?? 1)
  const date = `${inYear}-${two(month[0] ?? 1)}-${two(day)}`
  return { period: { kind: 'span', from: date, to: date }, next }
}

function dayOf(reading: Reading, index: number): number | null {
  const value = reading.is(index, 'number')?.value
  const text = reading.pieces[index]?.text ?? ''
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/i.exec(text)?.[1]
  const day = ordinal === undefined ? value : Number(ordinal)
  return day !== undefined && Number.isInteger(day) && day >= 1 && day <= 31 ? day : null
}

function monthAt(reading: Reading, index: number, time: AskedColumn): FoundPeriod | null {
  const months = reading.as(index, 'months')?.months
  if (months === undefined) return null
  // `may` is a month only where a time is spoken of.
  if (
    reading.pieces[index]?.text === 'may' &&
    !reading.mayBe(
      index - 1,
      'in',
      'since',
      'before',
      'after',
      'until',
      'between',
      'and',
      'versus',
      'by',
      'why',
      'compare',
    ) &&
    yearOf(reading, index + 1) === null
  )
    return null
  let place = index + 1
  if (reading.isCue(place, 'in') && yearOf(reading, place + 1) !== null) place++
  const year = yearOf(reading, place)
  const [month] = months
  const next = year === null ? index + 1 : place + 1
  if (months.length > 1 || month === undefined) {
    return { period: { kind: 'calendar', part: 'month', values: months, year }, next }
  }
  const only = year ?? onlyYearWith(time, month)
  if (only === null) return { period: { kind: 'calendar', part: 'month', values: [month], year: null }, next }
  const text = `${only}-${two(month)}`
  return { period: { kind: 'span', from: text, to: text }, next }
}

function quarterAt(reading: Reading, index: number, time: AskedColumn): FoundPeriod | null {
  const text = (reading.pieces[index]?.text ?? '').toLowerCase()
  const short = /^q([1-4])$/.exec(text)?.[1]
  const ordinal = /^([1-4])(?:st|nd|rd|th)$/.exec(text)?.[1]
  const value = reading.is(index, 'number')?.value
  const named = {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: 4,
    erstes: 1,
    ersten: 1,
    zweites: 2,
    zweiten: 2,
    drittes: 3,
    dritten: 3,
    viertes: 4,
    vierten: 4,
  }[text]
  let quarter: number
  let next: number
  if (short !== undefined) [quarter, next] = [Number(short), index + 1]
  else if (
    reading.mayBe(index + 1, 'quarter') &&
    (ordinal !== undefined || isQuarter(value) || (named !== undefined && text !== 'last'))
  ) {
    ;[quarter, next] = [Number(ordinal ?? value ?? named), index + 2]
  } else if (reading.mayBe(index, 'quarter') && isQuarter(reading.is(index + 1, 'number')?.value)) {
    ;[quarter, next] = [reading.is(index + 1, 'number')?.value ?? 1, index + 2]
  } else return null
  if (reading.isCue(next, 'in') && yearOf(reading, next + 1) !== null) next++
  const year = yearOf(reading, next)
  if (year !== null) next++
  const inYear = year ?? onlyYearWith(time, 3 * quarter)
  if (inYear === null) return { period: { kind: 'calendar', part: 'quarter', values: [quarter], year: null }, next }
  const months = [3 * quarter - 2, 3 * quarter] as const
  return { period: { kind: 'span', from: `${inYear}-${two(months[0])}`, to: `${inYear}-${two(months[1])}` }, next }
}

function isQuarter(value: number | undefined): boolean {
  return value === 1 || value === 2 || value === 3 || value === 4
}

/** `1990s`, `90er` with a century before. */
function decadeAt(reading: Reading, index: number): FoundPeriod | null {
  const match = /^(\d{3})0(?:s|er|ern)$/i.exec(reading.pieces[index]?.text ?? '')
  if (match === null) return null
  return { period: { kind: 'span', from: `${match[1]}0`, to: `${match[1]}9` }, next: index + 1 }
}

/** `last year`, `this month`: counted from the last time in the table, since its rows know no today. */
function relativeAt(reading: Reading, index: number, time: AskedColumn): FoundPeriod | null {
  const isLast = reading.isCue(index, 'lastPeriod')
  if (!isLast && !reading.isCue(index, 'thisPeriod')) return null
  const end = String(time.max ?? '').slice(0, 10)
  const [year, month = 12] = end.split('-').map(Number)
  if (year === undefined || !Number.isFinite(year) || year === 0) return null
  const back = isLast ? 1 : 0
  let from: string
  let to: string
  if (reading.mayBe(index + 1, 'year')) from = to = String(year - back)
  else if (reading.mayBe(index + 1, 'month')) from = to = monthBack(year, month, back)
  else if (reading.mayBe(index + 1, 'quarter')) {
    const last = 3 * Math.ceil(month / 3)
    from = monthBack(year, last - 2, 3 * back)
    to = monthBack(year, last, 3 * back)
  } else return null
  reading.assumed.add('period')
  return { period: { kind: 'span', from, to }, next: index + 2 }
}

function monthBack(year: number, month: number, back: number): string {
  const months = 12 * year + month - 1 - back
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
}

function weekdayAt(reading: Reading, index: number): FoundPeriod | null {
  const calendar = (values: readonly number[]): FoundPeriod => ({
    period: { kind: 'calendar', part: 'weekday', values, year: null },
    next: index + 1,
  })
  if (reading.isCue(index, 'weekend')) return calendar(weekend)
  // `weekday` is a grouping by itself, and the other five days beside a weekend.
  const isOther =
    /^weekday$/i.test(reading.pieces[index]?.text ?? '') &&
    reading.pieces.some((_, place) => reading.mayBe(place, 'weekend'))
  if (reading.isCue(index, 'workdays') || isOther) return calendar(workdays)
  const weekday = reading.as(index, 'weekday')?.weekday
  return weekday === undefined ? null : calendar([weekday])
}

function yearAt(reading: Reading, index: number): FoundPeriod | null {
  const place = reading.mayBe(index, 'year') && yearOf(reading, index + 1) !== null ? index + 1 : index
  const year = yearOf(reading, place)
  return year === null ? null : { period: { kind: 'span', from: year, to: year }, next: place + 1 }
}

/** A year as it is written: four digits and nothing else. */
export function yearOf(reading: Reading, index: number): string | null {
  const text = reading.pieces[index]?.text ?? ''
  if (reading.is(index, 'number') === null || !/^(?:1[5-9]|2[01])\d\d$/.test(text)) return null
  return text
}

/** The year in which a month lies within the time of the table, where there is one only. */
function onlyYearWith(time: AskedColumn, month: number): string | null {
  const years = yearsWith(time, month)
  return years.length === 1 ? String(years[0]) : null
}

function latestYearWith(time: AskedColumn, month: number): string {
  return String(yearsWith(time, month).at(-1) ?? String(time.max ?? '').slice(0, 4))
}

/** The last time a month was there, as `2024-03`; null where the table never reaches it. */
export function latestMonth(time: AskedColumn, month: number): string | null {
  const year = yearsWith(time, month).at(-1)
  return year === undefined ? null : `${year}-${two(month)}`
}

function yearsWith({ min, max, type }: AskedColumn, month: number): readonly number[] {
  if (type === 'integer' || min === undefined || max === undefined) return []
  const [from, to] = [String(min).slice(0, 7), String(max).slice(0, 7)]
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (!Number.isFinite(first) || !Number.isFinite(last) || last - first > 3000) return []
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index).filter((year) => {
    const text = `${year}-${two(month)}`
    return text >= from && text <= to
  })
}

function two(number: number | string): string {
  return String(number).padStart(2, '0')
}

/** When a period holds, or from when on, or up to when. */
export type TimeRelation = 'in' | 'since' | 'after' | 'before' | 'until'

/** Null where the column cannot tell: months of a column of years. */
export function periodCondition(time: AskedColumn, period: Period, relation: TimeRelation): Condition | null {
  const column = time.name
  if (period.kind === 'calendar') {
    if (time.type === 'integer') return null
    const { part, values, year } = period
    const calendar: Condition = { kind: 'calendar', column, part, values }
    return year === null
      ? calendar
      : { kind: 'all', parts: [calendar, { kind: 'compare', column, operator: '=', value: year }] }
  }
  const { from, to } = period
  const value = (text: string): ConditionValue => (time.type === 'integer' ? Number(text.slice(0, 4)) : text)
  if (time.type === 'integer' && (from.length > 4 || to.length > 4)) return null
  switch (relation) {
    case 'in':
      return from === to
        ? { kind: 'compare', column, operator: '=', value: value(from) }
        : { kind: 'between', column, low: value(from), high: value(to) }
    case 'since':
      return { kind: 'compare', column, operator: '>=', value: value(from) }
    case 'after':
      return { kind: 'compare', column, operator: '>', value: value(to) }
    case 'before':
      return { kind: 'compare', column, operator: '<', value: value(from) }
    case 'until':
      return { kind: 'compare', column, operator: '<=', value: value(to) }
  }
}
