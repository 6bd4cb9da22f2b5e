/** The lexicons of all languages as one: people mix them, as an English question about German columns does. */
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { type Cue, cues, type Lexicon, phrasesOf } from './lexicon.ts'

const lexicons: readonly Lexicon[] = [en, de]

/** What a phrase of the lexicon means. */
export type Meaning =
  | { readonly is: 'cue'; readonly cue: Cue }
  | { readonly is: 'degree'; readonly concept: string; readonly direction: 'high' | 'low' }
  | { readonly is: 'months'; readonly months: readonly number[] }
  | { readonly is: 'weekday'; readonly weekday: number }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'rowName' }
  | { readonly is: 'light' }

function build(): ReadonlyMap<string, readonly Meaning[]> {
  const all = new Map<string, Meaning[]>()
  const add = (phrases: string, meaning: Meaning): void => {
    for (const phrase of phrasesOf(phrases)) {
      const known = all.get(phrase) ?? []
      const key = JSON.stringify(meaning)
      if (!known.some((one) => JSON.stringify(one) === key)) known.push(meaning)
      all.set(phrase, known)
    }
  }
  for (const lexicon of lexicons) {
    for (const cue of cues) add(lexicon.cues[cue] ?? '', { is: 'cue', cue })
    for (const [concept, { high, low }] of Object.entries(lexicon.degrees)) {
      add(high, { is: 'degree', concept, direction: 'high' })
      add(low, { is: 'degree', concept, direction: 'low' })
    }
    lexicon.months.forEach((phrases, index) => {
      add(phrases, { is: 'months', months: [index + 1] })
    })
    for (const { name, months } of lexicon.seasons) add(name, { is: 'months', months })
    lexicon.weekdays.forEach((phrases, index) => {
      add(phrases, { is: 'weekday', weekday: index + 1 })
    })
    for (const [word, value] of Object.entries(lexicon.numbers)) add(word, { is: 'number', value })
    add(lexicon.rowNames, { is: 'rowName' })
    add(lexicon.light, { is: 'light' })
  }
  return all
}

/** By phrase of folded words with one blank between them; built at the first question, not when the module is loaded. */
let phrases: ReadonlyMap<string, readonly Meaning[]> | null = null

export function meaningsOf(phrase: string): readonly Meaning[] {
  phrases ??= build()
  return phrases.get(phrase) ?? []
}

/** Phrases of one word that are long enough to be recognised with a typing error in them. */
export function longWords(): readonly string[] {
  phrases ??= build()
  return [...phrases.keys()].filter((phrase) => phrase.length >= 5 && !phrase.includes(' '))
}

/** The longest phrase, in words. */
export const mostPhraseWords = 6

let concepts: ReadonlyMap<string, ReadonlySet<string>> | null = null

function buildConcepts(): ReadonlyMap<string, ReadonlySet<string>> {
  const all = new Map<string, Set<string>>()
  for (const lexicon of lexicons) {
    for (const [concept, words] of Object.entries(lexicon.concepts)) {
      for (const phrase of phrasesOf(words)) all.set(phrase, (all.get(phrase) ?? new Set()).add(concept))
    }
  }
  return all
}

/** What columns a phrase may name, by what they are about. */
export function conceptsOf(phrase: string): ReadonlySet<string> {
  concepts ??= buildConcepts()
  return concepts.get(phrase) ?? none
}

const none: ReadonlySet<string> = new Set()

let values: ReadonlyMap<string, ReadonlySet<number>> | null = null

/** Groups of names of one value that a phrase belongs to. */
export function valueGroupsOf(phrase: string): ReadonlySet<number> {
  if (values === null) {
    const all = new Map<string, Set<number>>()
    // A group of one language joins that of another by the English name they share.
    const byName = new Map<string, number>()
    for (const [index, group] of lexicons.flatMap((lexicon) => lexicon.values).entries()) {
      const names = phrasesOf(group)
      const id = names.map((name) => byName.get(name)).find((known) => known !== undefined) ?? index
      for (const name of names) {
        if (!byName.has(name)) byName.set(name, id)
        all.set(name, (all.get(name) ?? new Set()).add(id))
      }
    }
    values = all
  }
  return values.get(phrase) ?? noGroups
}

const noGroups: ReadonlySet<number> = new Set()
