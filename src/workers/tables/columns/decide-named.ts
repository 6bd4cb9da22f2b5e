/** Dates with month names of any language: the notation is taken from the values, the language found by their words. */
import {
  bareName,
  commonestLanguages,
  knownLanguages,
  monthsOf,
  scriptOf,
  weekdaysOf,
} from '../../../shared/format/month-names.ts'
import { parseTime } from './times.ts'

type Entries = readonly (readonly [text: string, weight: number])[]

const mostFormats = 3
/** Distinct values looked at for their words; months come again within a year. */
const entriesForWords = 400
/** Twelve months in two spellings, seven weekdays, and words between. */
const mostWords = 45
/** A name with a year beside it, and nothing but digits, words and a few marks. */
const couldBeNamed = /^(?=.*[0-9]{2})[\p{L}\p{M}0-9 .,'’/-]+$/u
const hasYear = /(?<![0-9])(?:1[5-9]|2[0-5])[0-9]{2}(?![0-9])/u
/** `Mrz-22`, `3. Mai 22`: a year of two digits stands behind a mark, or behind day and month. */
const shortDate = /^\p{L}[\p{L}\p{M}.]{2,}[-'’/]+[0-9]{2}$|^[0-9]{1,2}[-. /]+\p{L}[\p{L}\p{M}.]{2,}[-. '’/]+[0-9]{2}$/u
const word = /[\p{L}\p{M}]+(?:\.\p{L}+)*/gu

/** The formats that together read `share` of the values; null where there are none. */
export function decideNamed(entries: Entries, total: number, share: number): string[] | null {
  // A look at the first few spares the rest of most columns of text.
  if (!entries.slice(0, 8).some(([text]) => hasYear.test(text) || shortDate.test(text))) return null
  const likely = entries.filter(([text]) => text.length <= 40 && couldBeNamed.test(text) && /\p{L}/u.test(text))
  if (weigh(likely) < share * total) return null
  // Tables of names take their time, once: they are made for what looks like a date, not for `Store 12` and `10cm`.
  const withYear = weigh(likely.filter(([text]) => hasYear.test(text))) >= share * total
  if (!withYear && weigh(likely.filter(([text]) => shortDate.test(text))) < share * total) return null
  const looked = likely.slice(0, entriesForWords)
  const counts = new Map<string, number>()
  for (const [text] of looked) {
    for (const [found] of text.matchAll(word)) counts.set(bareName(found), (counts.get(bareName(found)) ?? 0) + 1)
    if (counts.size > mostWords) return null
  }
  const words = [...counts.keys()]
  // A word that stands in all dates belongs to the notation: de, of, den.
  const constant = new Set(words.filter((one) => (counts.get(one) ?? 0) >= share * looked.length))
  const language = languageOf(words, constant, withYear)
  if (language === null) return null
  const chosen: string[] = []
  let open: Entries = likely
  while (chosen.length < mostFormats && open.length > 0) {
    const best = bestFormat(open, language)
    if (best === null) break
    chosen.push(best)
    open = open.filter(([text]) => parseTime(text, best) === null)
  }
  return chosen.length > 0 && weigh(likely) - weigh(open) >= share * total ? chosen : null
}

/** Remarks, or months misspelt; what does not fit in the end is counted by the caller. */
const mostOtherWords = 1

/** The language that knows most of the words as months or weekdays; null where none knows a month among them. */
function languageOf(words: readonly string[], constant: ReadonlySet<string>, rare: boolean): string | null {
  const script = scriptOfWords(words)
  const bestOf = (languages: readonly string[]): string | null => {
    let best: string | null = null
    let fewest = mostOtherWords + 1
    for (const language of languages) {
      if (script !== null && scriptOf(language) !== script) continue
      const months = monthsOf(language)
      if (!words.some((one) => months.has(one))) continue
      const other = words.filter((one) => !months.has(one) && !constant.has(one))
      const unknown = other.length === 0 ? 0 : other.filter((one) => !weekdaysOf(language).has(one)).length
      if (unknown < fewest) [best, fewest] = [language, unknown]
      if (fewest === 0) break
    }
    return best
  }
  return bestOf(commonestLanguages) ?? (rare ? bestOf(knownLanguages()) : null)
}

function scriptOfWords(words: readonly string[]): string | null {
  const text = words.join('')
  if (/^\p{Script=Latin}+$/u.test(text)) return 'Latn'
  if (/^\p{Script=Cyrillic}+$/u.test(text)) return 'Cyrl'
  return null
}

function bestFormat(entries: Entries, language: string): string | null {
  const candidates = new Set(entries.slice(0, 6).flatMap(([text]) => formatsOf(text, language)))
  let best: string | null = null
  let most = 0
  for (const format of candidates) {
    const weight = weigh(entries.filter(([text]) => parseTime(text, format) !== null))
    if (weight > most) [best, most] = [format, weight]
  }
  return best
}

/** The text with its names and digits replaced by what they stand for. */
function formatsOf(text: string, language: string): string[] {
  let months = 0
  const named = text.replace(/%/gu, '').replace(/[\p{L}\p{M}]+(?:\.\p{L}+)*[.॰]?/gu, (found) => {
    const name = bareName(found)
    if (monthsOf(language).has(name)) {
      months += 1
      return `%{${language}}B`
    }
    return weekdaysOf(language).has(name) ? `%{${language}}A` : found
  })
  if (months !== 1) return []
  const runs = [...named.matchAll(/[0-9]+/gu)]
  if (runs.length === 0 || runs.length > 2) return []
  const wide = runs.findIndex(([digits]) => digits.length === 4)
  if (runs.some(([digits], index) => (digits.length !== 4 ? digits.length > 2 : index !== wide))) return []
  // Without four digits: the year stands last, but for `22 Jan` alone, which is a day as well as a year.
  const yearAt = wide >= 0 ? wide : runs.length - 1
  if (wide < 0 && runs[yearAt]?.[0].length !== 2) return []
  if (wide < 0 && runs.length === 1 && (runs[0]?.index ?? 0) < named.indexOf('B')) return []
  let index = -1
  return [
    named.replace(/[0-9]+/gu, (digits) => {
      index += 1
      if (index !== yearAt) return '%d'
      return wide < 0 ? '%y' : isBuddhist(digits, language) ? '%{be}Y' : '%Y'
    }),
  ]
}

function isBuddhist(year: string, language: string): boolean {
  return language === 'th' && Number(year) > 2400
}

function weigh(entries: Entries): number {
  return entries.reduce((sum, [, weight]) => sum + weight, 0)
}
