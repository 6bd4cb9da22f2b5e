/** Names of months and weekdays in every language the runtime knows, by `Intl`. Lower case, without a full stop behind. */

/** A day of each month, and the days of a week from Monday on. */
const monthDays = Array.from({ length: 12 }, (_, month) => Date.UTC(2020, month, 15))
const weekDays = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day))

/** Abbreviations in use that the locale data writes otherwise. */
const further: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: { jänner: 1, jaenner: 1, mrz: 3 },
  es: { setiembre: 9 },
  // The runtime declines the name of a month that stands alone, too.
  el: {
    ...{ ιανουάριος: 1, φεβρουάριος: 2, μάρτιος: 3, απρίλιος: 4, μάιος: 5, μάϊος: 5, ιούνιος: 6 },
    ...{ ιούλιος: 7, αύγουστος: 8, σεπτέμβριος: 9, οκτώβριος: 10, νοέμβριος: 11, δεκέμβριος: 12 },
  },
}

/** How a name stands in a text: lower case, composed, no full stop at its end. */
export function bareName(written: string): string {
  return written.normalize('NFC').toLowerCase().replace(/[.॰]$/u, '')
}

/** As people type it without the marks of their language: `fevrier`, `marz`, and `maerz`. */
function spellings(name: string): string[] {
  const unmarked = name.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
  const german = name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
  // Only Latin letters are recognised without their marks; elsewhere a mark is a letter of its own.
  return /^\p{Script=Latin}+$/u.test(unmarked) ? [name, unmarked, german] : [name]
}

function tabulate(language: string, unit: 'month' | 'weekday', instants: readonly number[]): Map<string, number> {
  const names = new Map<string, number>()
  const ambiguous = new Set<string>()
  const add = (name: string, position: number, exact: boolean): void => {
    for (const spelling of spellings(name)) {
      const known = names.get(spelling)
      if (known === undefined && !ambiguous.has(spelling)) names.set(spelling, position)
      else if (known !== undefined && known !== position && !exact) {
        names.delete(spelling)
        ambiguous.add(spelling)
      }
    }
  }
  const locale = `${language}-u-ca-gregory-nu-latn`
  const long: string[] = []
  for (const style of ['long', 'short'] as const) {
    // Many languages inflect the name beside a day.
    for (const beside of [{}, { day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(locale, { [unit]: style, ...beside, timeZone: 'UTC' })
      for (const [position, instant] of instants.entries()) {
        const part = format.formatToParts(instant).find(({ type }) => type === unit)
        const name = bareName(part?.value ?? '')
        if (!/^[\p{L}\p{M}.'’ʼ-]{2,}$/u.test(name)) continue
        add(name, position + 1, true)
        if (style === 'long') long.push(`${position + 1} ${name}`)
      }
    }
  }
  // The first three letters are an abbreviation everywhere, as long as they are of one month only.
  for (const entry of long) {
    const [position = '', name = ''] = entry.split(' ')
    const short = [...name].slice(0, 3).join('')
    if (/^\p{Script=Latin}{3}$|^\p{Script=Cyrillic}{3}$/u.test(short) && !names.has(short)) {
      add(short, Number(position), false)
    }
  }
  return names
}

const monthTables = new Map<string, ReadonlyMap<string, number>>()
const weekdayTables = new Map<string, ReadonlyMap<string, number>>()

/** Names to the number of the month, from 1. Empty for a language whose months are numbered. */
export function monthsOf(language: string): ReadonlyMap<string, number> {
  let table = monthTables.get(language)
  if (table === undefined) {
    table = new Map([...tabulate(language, 'month', monthDays), ...Object.entries(further[language] ?? {})])
    monthTables.set(language, table)
  }
  return table
}

/** Names to the number of the weekday, Monday 1. */
export function weekdaysOf(language: string): ReadonlyMap<string, number> {
  let table = weekdayTables.get(language)
  if (table === undefined) {
    table = tabulate(language, 'weekday', weekDays)
    weekdayTables.set(language, table)
  }
  return table
}

/** Where several languages share a name, the one most files are written in. */
export const commonestLanguages: readonly string[] = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'ro',
  'hu',
  'tr',
  'id',
  'ru',
  'uk',
]

let known: readonly string[] | null = null

/** All languages of two letters the runtime has data for, the commonest first. */
export function knownLanguages(): readonly string[] {
  if (known !== null) return known
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index))
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const supported = Intl.DateTimeFormat.supportedLocalesOf(codes)
  known = [...new Set([...commonestLanguages.filter((code) => supported.includes(code)), ...supported])]
  return known
}

const scripts = new Map<string, string>()

/** The script a language is written in, as ISO 15924 has it: `Latn`, `Cyrl`. */
export function scriptOf(language: string): string {
  let script = scripts.get(language)
  if (script === undefined) {
    script = new Intl.Locale(language).maximize().script ?? ''
    scripts.set(language, script)
  }
  return script
}
