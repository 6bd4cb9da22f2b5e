/** Names and values of the data as a sentence has them: bare where they stand out by themselves, else quoted. */
import { isPlural, readableName } from '../../../shared/format/words.ts'
import type { InsightDraft } from '../../../shared/story/insight.ts'
import { spokenName } from '../../../shared/story/spoken-name.ts'
import type { TextsTag } from '../../../shared/texts/texts.ts'
import { type CountedPhrase, named, type Phrase, phraseOf } from './phrase.ts'
import { sharedWords } from './shared/index.ts'

/** Proper names stand bare (Japan, New York); whatever could be misread in a sentence is quoted (“female”, “3”). */
export function categoryPhrase(value: string, language: TextsTag): Phrase {
  const words = sharedWords.in(language)
  if (value.trim() === '') return words.emptyText
  if (isProperName(value)) return named(value)
  return quotedPhrase(value.length > 60 ? `${shortened(value, 59)}…` : value, language)
}

/** In the quotation marks of the language. */
export function quotedPhrase(text: string, language: TextsTag): Phrase {
  return sharedWords.in(language).quoted({ text: named(text) })
}

/** Whether a category is written as it is, without quotes. */
export function isProperName(value: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}'’.&-]*(?: [\p{L}\p{M}'’.&-]+){0,4}$/u.test(value) && value.length <= 40
}

/** The first `limit` UTF-16 units, less a number that would be cut in two: half of it would be another number. */
function shortened(value: string, limit: number): string {
  const start = value.slice(0, limit)
  const whole = /^\d/.test(value.slice(limit)) ? start.replace(/\d+$/, '') : start
  return whole.trimEnd()
}

/** Names that are read as words of the sentence: “Other ranged from 5 to 361”. */
const plainWords = new Set(
  ['other', 'others', 'all', 'total', 'both', 'rest', 'none', 'each', 'any', 'some', 'more', 'most', 'less'].concat([
    'andere',
    'übrige',
    'sonstige',
    'alle',
    'gesamt',
    'beide',
    'keine',
    'mehr',
    'weniger',
  ]),
)

/** A column's name in a sentence: quoted where its own words would run into the sentence's. `columns`: of its table. */
export function columnPhrase(
  name: string,
  language: TextsTag,
  columns?: Parameters<typeof spokenName>[1],
): CountedPhrase {
  const said = spokenName(name, columns)
  const runsOn =
    /\s(?:and|or|of|by|from)\s|[,.;:?!]/.test(said) || said.split(' ').length > 4 || plainWords.has(said.toLowerCase())
  return runsOn
    ? { ...sharedWords.in(language).quoted({ text: named(said) }), count: 1 }
    : { ...named(said), count: isPlural(said) ? 2 : 1 }
}

/** ` of GOOG`, ` where class is “3”`; empty for the whole table. */
export function partPhrase(subspace: InsightDraft['subspace'], language: TextsTag): Phrase {
  const words = sharedWords.in(language).part
  return phraseOf(
    Object.entries(subspace ?? {}).map(([column, value]) => {
      const text = String(value ?? '')
      const category = categoryPhrase(text, language)
      return isProperName(text) || text.trim() === ''
        ? words.of({ category })
        : words.where({ column: named(readableName(column)), category })
    }),
  )
}
