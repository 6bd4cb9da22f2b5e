/** Numbers and names of a comparison as its sentences have them: each number with the change whose evidence holds it. */
import type { Change } from '../../shared/comparison/comparison.ts'
import { formatNumber, type NumberForm, type NumberOptions } from '../../shared/format/numbers.ts'
import type { Paragraph } from '../../shared/story/story.ts'
import type { TextsTag } from '../../shared/texts/texts.ts'
import { localeOf } from '../../shared/texts/texts.ts'
import {
  type CountedPhrase,
  join,
  named,
  type Phrase,
  sentence,
  stated,
  uncoveredNumerals,
} from '../insights/words/phrase.ts'

export function figureOf({ evidence, id }: Pick<Change, 'evidence' | 'id'>, name: string): number {
  const value = evidence.values[name]
  if (typeof value !== 'number') throw new Error(`${id}: the evidence has no number “${name}”`)
  return value
}

export function numberOf(
  change: Pick<Change, 'evidence' | 'id'>,
  name: string,
  form: NumberForm,
  language: TextsTag,
  options: NumberOptions = {},
): Phrase {
  const value = figureOf(change, name)
  const text = formatNumber(value, form, { ...options, locale: localeOf(language) })
  return stated({ text, value, evidence: change.id, name })
}

export function countOf(change: Pick<Change, 'evidence' | 'id'>, name: string, language: TextsTag): CountedPhrase {
  return { ...numberOf(change, name, { kind: 'count' }, language), count: figureOf(change, name) }
}

/** How many statements or columns there are: a count of what stands beside it, and none of the data. */
export function tally(count: number, language: TextsTag): CountedPhrase {
  return { ...named(formatNumber(count, { kind: 'count' }, { locale: localeOf(language) })), count }
}

/** A count that only chooses words. */
export function counting(count: number): CountedPhrase {
  return { ...named(''), count }
}

/** A paragraph of whole sentences. Throws where a numeral has no evidence. */
export function paragraphOf(phrases: readonly Phrase[]): Paragraph {
  const phrase = join(phrases.map(sentence))
  const uncovered = uncoveredNumerals(phrase)
  if (uncovered.length > 0) throw new Error(`Numbers without evidence (${uncovered.join(', ')}) in: ${phrase.text}`)
  return {
    text: phrase.text,
    insights: [...new Set(phrase.numbers.map(({ evidence }) => evidence))],
    numbers: [...phrase.numbers],
  }
}
