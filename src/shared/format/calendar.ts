/** Months and days as a locale writes them. */
import { formatPeriod, formatPeriodShort, type Grain, type PeriodNaming, parseInstant } from './periods.ts'

/** `March 2021` or `4 May 2020`, in full; `Mar 2021` or `4 May 2020`, short; the text itself where it is no date. */
export function calendarText(iso: string, grain: 'month' | 'day', width: 'long' | 'short', locale: string): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  // English as everywhere else: `Intl` has “Sept” beside eleven months of three letters.
  if (isEnglish(locale)) return width === 'long' ? formatPeriod(iso, grain) : formatPeriodShort(iso, grain)
  return format(instant, { ...(grain === 'day' ? { day: 'numeric' } : {}), month: width, year: 'numeric' }, locale)
}

/** `4 May`: a day that needs no year. */
export function dayOfYear(iso: string, locale: string): string {
  const instant = parseInstant(iso)
  if (instant === null) return iso
  if (isEnglish(locale)) return formatPeriodShort(iso, 'minute').split(', ')[0] ?? iso
  return format(instant, { day: 'numeric', month: 'short' }, locale)
}

/** A period as `formatPeriod` and, where it is short, `formatPeriodShort` write it, in the words of a locale. */
export function periodIn(
  locale: string | undefined,
  iso: string,
  grain: Grain,
  { naming, width }: { readonly naming: PeriodNaming | null; readonly width: 'long' | 'short' },
): string {
  const inEnglish = width === 'long' ? formatPeriod(iso, grain, naming) : formatPeriodShort(iso, grain, naming)
  if (locale === undefined || isEnglish(locale)) return inEnglish
  switch (grain) {
    case 'year':
    case 'half-year':
    case 'quarter':
      return inEnglish
    case 'month':
      return calendarText(iso, 'month', width, locale)
    case 'week':
      return naming === 'iso-week' ? formatPeriodShort(iso, grain, naming) : calendarText(iso, 'day', width, locale)
    case 'day':
      return calendarText(iso, 'day', width, locale)
    case 'hour':
    case 'minute':
    case 'second':
      return `${dayOfYear(iso, locale)}, ${/\d{2}:\d{2}(?::\d{2})?/u.exec(inEnglish)?.[0] ?? ''}`
  }
}

/** `July`, or `Jul` where it is short; counted from 0. */
export function monthName(month: number, width: 'long' | 'short', locale: string): string {
  return nameOf(Date.UTC(2021, month, 15), { month: width }, locale)
}

/** `Friday`, or `Fri`; Sunday is 0. */
export function weekdayName(weekday: number, width: 'long' | 'short', locale: string): string {
  return nameOf(Date.UTC(2021, 7, 1 + weekday), { weekday: width }, locale)
}

/** English is short by its first three letters. */
function nameOf(instant: number, options: Intl.DateTimeFormatOptions, locale: string): string {
  if (!isEnglish(locale)) return format(instant, options, locale)
  const [[part = 'month', width] = []] = Object.entries(options)
  const name = format(instant, { [part]: 'long' }, locale)
  return width === 'short' ? name.slice(0, 3) : name
}

function isEnglish(locale: string): boolean {
  return /^en\b/.test(locale)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** In UTC: a day of a table has no time zone. */
function format(instant: number, options: Intl.DateTimeFormatOptions, locale: string): string {
  const key = JSON.stringify([locale, options])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formats.set(key, known)
  return known.format(instant)
}
