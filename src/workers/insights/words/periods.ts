/** Periods as a sentence names them: days and months as the locale writes them, what is put around them from the books. */
import { calendarText, dayOfYear } from '../../../shared/format/calendar.ts'
import {
  formatPeriod,
  formatPeriodShort,
  type Grain,
  type PeriodNaming,
  parseInstant,
} from '../../../shared/format/periods.ts'
import { localeOf, type TextsTag } from '../../../shared/texts/texts.ts'
import { named, type Phrase } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

/** `2020`, `Q2 2020`, `March 2021`, `the week of 4 May 2020`, `14:00 on 4 May 2020`; the text itself where it is no date. */
export function periodPhrase(iso: string, grain: Grain, naming: PeriodNaming | null, language: TextsTag): Phrase {
  const words = sharedWords.in(language).period
  const locale = localeOf(language)
  if (parseInstant(iso) === null) return named(iso)
  const day = named(calendarText(iso, 'day', 'long', locale))
  switch (grain) {
    case 'year':
    case 'half-year':
    case 'quarter':
      return named(formatPeriod(iso, grain, naming))
    case 'month':
      return named(calendarText(iso, 'month', 'long', locale))
    case 'week':
      return naming === 'iso-week' ? isoWeek(iso, language) : words.week({ day })
    case 'day':
      return day
    case 'hour':
    case 'minute':
    case 'second':
      return words.moment({ time: named(clockOf(iso, grain)), day })
  }
}

/** As short as brackets need it: `Mar 2021`, `4 May 2020`, `4 May, 14:00`. */
export function shortPeriodPhrase(iso: string, grain: Grain, naming: PeriodNaming | null, language: TextsTag): Phrase {
  const locale = localeOf(language)
  if (parseInstant(iso) === null) return named(iso)
  switch (grain) {
    case 'year':
    case 'half-year':
    case 'quarter':
      return named(formatPeriod(iso, grain, naming))
    case 'month':
      return named(calendarText(iso, 'month', 'short', locale))
    case 'week':
      return naming === 'iso-week'
        ? named(formatPeriodShort(iso, grain, naming))
        : named(calendarText(iso, 'day', 'short', locale))
    case 'day':
      return named(calendarText(iso, 'day', 'short', locale))
    case 'hour':
    case 'minute':
    case 'second':
      return named(`${dayOfYear(iso, locale)}, ${clockOf(iso, grain)}`)
  }
}

function isoWeek(iso: string, language: TextsTag): Phrase {
  const [week = '', year = ''] = formatPeriod(iso, 'week', 'iso-week').match(/\d+/g) ?? []
  return sharedWords.in(language).period.isoWeek({ week: named(week), year: named(year) })
}

/** The time of day, which every language writes alike. */
function clockOf(iso: string, grain: 'hour' | 'minute' | 'second'): string {
  return /\d{2}:\d{2}(?::\d{2})?/.exec(formatPeriod(iso, grain))?.[0] ?? ''
}
