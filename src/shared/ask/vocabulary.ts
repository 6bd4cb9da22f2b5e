/** The names and values of a table, made ready to be found in a question. */
import { conceptsOf, valueGroupsOf } from './lexicon/index.ts'
import type { AskedColumn, AskedTable } from './table.ts'
import { folded, isMistyped, sameRoot, sameWord, wordsOfName } from './words.ts'

/** A name that a column may be asked for by. */
export interface KnownColumn {
  readonly column: AskedColumn
  /** The name in folded words, and the same without what stands in brackets. */
  readonly words: readonly string[]
  readonly bare: readonly string[]
  readonly initials: string
  readonly concepts: ReadonlySet<string>
}

interface KnownValue {
  readonly column: AskedColumn
  readonly value: string
  readonly phrase: string
  readonly words: readonly string[]
  readonly groups: ReadonlySet<number>
}

export interface Vocabulary {
  readonly table: AskedTable
  /** By their names, and behind these by those that their files have for them. */
  readonly columns: readonly KnownColumn[]
  readonly values: readonly KnownValue[]
  readonly valuesByPhrase: ReadonlyMap<string, readonly KnownValue[]>
  /** What a row is called, in folded words. */
  readonly nouns: readonly string[]
  /** Words of the table's name, which may be what its rows are as well. */
  readonly titles: readonly string[]
}

/** Values longer than this are no names that are asked for. */
const mostValueWords = 5

const prepared = new WeakMap<AskedTable, Vocabulary>()

export function vocabularyOf(table: AskedTable): Vocabulary {
  const before = prepared.get(table)
  if (before !== undefined) return before
  const columns = [...table.columns.map((column) => knownColumn(column, column.name)), ...inFiles(table)]
  const values = table.columns.flatMap((column) =>
    column.values.flatMap((value): KnownValue[] => {
      const words = wordsOfName(value)
      if (words.length === 0 || words.length > mostValueWords) return []
      const phrase = words.join(' ')
      return [{ column, value, phrase, words, groups: valueGroupsOf(phrase) }]
    }),
  )
  const valuesByPhrase = new Map<string, KnownValue[]>()
  for (const value of values) valuesByPhrase.set(value.phrase, [...(valuesByPhrase.get(value.phrase) ?? []), value])
  const nouns = [...(table.noun === null ? [] : [folded(table.noun.one), folded(table.noun.many)])]
  const titles = wordsOfName(table.name).filter((word) => word.length > 3)
  const vocabulary = { table, columns, values, valuesByPhrase, nouns, titles }
  prepared.set(table, vocabulary)
  return vocabulary
}

/** Columns by the names of their files; one that now is another column's is that column's alone. */
function inFiles({ columns }: AskedTable): KnownColumn[] {
  const taken = new Set(columns.map(({ name }) => wordsOfName(name).join(' ')))
  return columns.flatMap((column) => {
    const { sourceName } = column
    if (sourceName === undefined || taken.has(wordsOfName(sourceName).join(' '))) return []
    return [knownColumn(column, sourceName)]
  })
}

function knownColumn(column: AskedColumn, name: string): KnownColumn {
  const words = wordsOfName(name)
  const bare = wordsOfName(name.replace(/[([{][^()[\]{}]*[)\]}]/gu, ' '))
  const own = bare.length === 0 ? words : bare
  const concepts = new Set<string>()
  for (let from = 0; from < own.length; from++) {
    for (let to = from + 1; to <= Math.min(own.length, from + 3); to++) {
      for (const concept of conceptsOf(own.slice(from, to).join(' '))) concepts.add(concept)
    }
  }
  const initials = own.length >= 2 ? own.map((word) => word[0] ?? '').join('') : ''
  return { column, words, bare: own, initials, concepts }
}

export interface ColumnMatch {
  readonly column: AskedColumn
  /** From 0 to 1. */
  readonly score: number
}

/** Columns that a run of folded words may name, the best first. */
export function columnsNamed(words: readonly string[], { columns }: Vocabulary): readonly ColumnMatch[] {
  const scores = new Map<AskedColumn, number>()
  for (const known of columns) {
    const score = matchOf(words, known)
    if (score > (scores.get(known.column) ?? 0)) scores.set(known.column, score)
  }
  return [...scores].map(([column, score]) => ({ column, score })).toSorted((left, right) => right.score - left.score)
}

function matchOf(words: readonly string[], known: KnownColumn): number {
  const phrase = words.join(' ')
  if (phrase === known.words.join(' ')) return 1
  if (phrase === known.bare.join(' ')) return 0.99
  if (words.length === 1 && words[0] === known.initials && known.initials.length >= 3) return 0.9
  const joined = known.bare.join('')
  if (words.join('') === joined) return 0.97
  const byConcept = sharesConcept(phrase, known.concepts) ? 0.72 : 0
  const left = [...known.words]
  let sum = 0
  for (const word of words) {
    const [place, score] = bestWord(word, left)
    if (place === null) return byConcept
    left.splice(place, 1)
    sum += score
  }
  const matched = words.length
  const coverage = Math.min(1, matched / known.bare.length)
  // One small word of a long name is no mention of it.
  const isUnit = !known.bare.includes(words[0] ?? '')
  if (matched === 1 && (words[0]?.length ?? 0) < 3 && !isUnit) return byConcept
  return Math.max(byConcept, (sum / matched) * (0.78 + 0.2 * coverage))
}

function sharesConcept(phrase: string, concepts: ReadonlySet<string>): boolean {
  if (concepts.size === 0) return false
  for (const concept of conceptsOf(phrase)) if (concepts.has(concept)) return true
  return false
}

/** The word of a name that comes closest, by its place, and how close. */
function bestWord(word: string, names: readonly string[]): readonly [number | null, number] {
  let best: number | null = null
  let most = 0
  for (const [place, name] of names.entries()) {
    const score = likeness(word, name)
    if (score > most) [best, most] = [place, score]
  }
  return [best, most]
}

function likeness(word: string, name: string): number {
  if (word === name) return 1
  if (word.length >= 3 && name.length >= 3 && sameWord(word, name)) return 0.96
  // `temp` of `temperature`, `qty` is none.
  if (word.length >= 4 && name.length > word.length && name.startsWith(word)) return 0.85
  if (sameRoot(word, name)) return 0.84
  if (isMistyped(word, name)) return 0.8
  return 0
}

export interface ValueMatch {
  readonly column: AskedColumn
  readonly value: string
  readonly score: number
}

/** Values that a run of folded words may name, the best first. */
export function valuesNamed(
  words: readonly string[],
  { valuesByPhrase, values }: Vocabulary,
  written: string,
): readonly ValueMatch[] {
  const phrase = words.join(' ')
  const exact = (valuesByPhrase.get(phrase) ?? []).filter(
    // `N`, `E`, `IT` in small letters are words; a letter has to stand as it is written.
    ({ value }) =>
      value === written ||
      value.length >= 3 ||
      (value.length === 2 && value.toLowerCase() !== value && written !== written.toLowerCase()),
  )
  if (exact.length > 0) return exact.map(({ column, value }) => ({ column, value, score: 0.985 }))
  if (phrase.length < 2) return []
  const groups = valueGroupsOf(phrase)
  return values
    .map((known) => ({ column: known.column, value: known.value, score: valueScore(words, phrase, groups, known) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score)
    .slice(0, 8)
}

function valueScore(words: readonly string[], phrase: string, groups: ReadonlySet<number>, known: KnownValue): number {
  if (groups.size > 0 && known.phrase.length > 0) {
    for (const group of groups) if (known.groups.has(group)) return 0.9
  }
  if (phrase.length < 3 || known.phrase.length < 3) return 0
  if (known.words.length === words.length) {
    let score = 1
    for (const [index, word] of words.entries()) {
      const name = known.words[index] ?? ''
      const one =
        word === name ? 1 : word.length < 3 ? 0 : sameWord(word, name) ? 0.9 : isMistyped(word, name) ? 0.76 : 0
      score = Math.min(score, one)
      if (score === 0) return 0
    }
    return score
  }
  // The first word of a name of several, where it is a long one: `Acme` of `Acme Ltd`.
  const [first = ''] = known.words
  if (
    words.length < known.words.length &&
    words.every((word, index) => word === known.words[index]) &&
    first.length >= 4
  ) {
    return 0.82
  }
  return 0
}
