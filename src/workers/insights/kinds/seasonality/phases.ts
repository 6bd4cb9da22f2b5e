/** The phases of a cycle by name: what the evidence calls them, in the words of a language. */
import { monthName, weekdayName } from '../../../../shared/format/calendar.ts'
import type { Grain } from '../../../../shared/format/periods.ts'
import { localeOf, type TextsTag } from '../../../../shared/texts/texts.ts'
import { named, type Phrase } from '../../words/phrase.ts'
import { option } from '../../words/word-book.ts'
import { words } from './words/index.ts'

type Phase =
  | { readonly kind: 'month'; readonly month: number; readonly part: 'early' | 'mid' | 'late' | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly time: string | null }
  | { readonly kind: 'time' | 'place' | 'named'; readonly name: string }

/** `July`, `mid-July`, `Friday`, `Friday 14:00`, `14:00`, `3` (of the cycle), `Q2`. */
function phaseFrom(name: string): Phase {
  const [, part, monthText = '', time] = /^(early |mid-|late )?([A-Z][a-z]+)(?: (\d{2}:\d{2}))?$/.exec(name) ?? []
  const month = indexOf(monthText, 12, monthName)
  if (month !== null && time === undefined) return { kind: 'month', month, part: partOf(part) }
  const weekday = indexOf(monthText, 7, weekdayName)
  if (weekday !== null) return { kind: 'weekday', weekday, time: time ?? null }
  if (/^\d{1,2}:\d{2}$/.test(name)) return { kind: 'time', name }
  return { kind: /^\d+$/.test(name) ? 'place' : 'named', name }
}

function indexOf(text: string, count: number, nameOf: typeof monthName): number | null {
  const found = Array.from({ length: count }, (_, index) => nameOf(index, 'long', 'en')).indexOf(text)
  return found < 0 ? null : found
}

function partOf(text: string | undefined): 'early' | 'mid' | 'late' | null {
  return (['early', 'mid', 'late'] as const).find((part) => text?.startsWith(part) === true) ?? null
}

/** `in July`, `on Fridays`, `at 14:00`, `in month 3 of the cycle`. */
export function atPhase(name: string, grain: Grain, language: TextsTag): Phrase {
  const said = words.in(language).phase
  const locale = localeOf(language)
  const phase = phaseFrom(name)
  switch (phase.kind) {
    case 'month': {
      const month = named(monthName(phase.month, 'long', locale))
      return phase.part === null ? said.month({ month }) : said[phase.part]({ month })
    }
    case 'weekday': {
      const weekday = named(weekdayName(phase.weekday, 'long', locale))
      return phase.time === null ? said.weekday({ weekday }) : said.weekdayAt({ weekday, time: named(phase.time) })
    }
    case 'time':
      return said.time({ time: named(phase.name) })
    case 'place':
      return said.place({ grain: option(grain), place: named(phase.name) })
    case 'named':
      return said.named({ name: named(phase.name) })
  }
}

/** The phase by itself: `July`, `mid-July`, `Friday 14:00`. */
export function phaseCalled(name: string, language: TextsTag): string {
  const said = words.in(language).called
  const locale = localeOf(language)
  const phase = phaseFrom(name)
  switch (phase.kind) {
    case 'month': {
      const month = monthName(phase.month, 'long', locale)
      return phase.part === null ? month : said[phase.part]({ month: named(month) }).text
    }
    case 'weekday': {
      const weekday = weekdayName(phase.weekday, 'long', locale)
      return phase.time === null ? weekday : `${weekday} ${phase.time}`
    }
    default:
      return phase.name
  }
}

/** As short as an axis needs: `Fri` for `Friday` and `Fridays`, `Aug` for `August`. */
export function shortPhase(name: string, language: TextsTag): string {
  const phase = phaseFrom(name.replace(/days$/, 'day'))
  const locale = localeOf(language)
  if (phase.kind === 'month' && phase.part === null) return monthName(phase.month, 'short', locale)
  return phase.kind === 'weekday' && phase.time === null ? weekdayName(phase.weekday, 'short', locale) : name
}
