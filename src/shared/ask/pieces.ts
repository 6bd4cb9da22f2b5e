/** A question cut into pieces that mean something: the cut that explains most of it. */
import { conceptsOf, longWords, type Meaning, meaningsOf, mostPhraseWords } from './lexicon/index.ts'
import type { AskedColumn } from './table.ts'
import type { Token } from './tokens.ts'
import { columnsNamed, type Vocabulary, valuesNamed } from './vocabulary.ts'
import { isMistyped, sameWord } from './words.ts'

export type Sense =
  | Meaning
  | {
      readonly is: 'column'
      readonly column: AskedColumn
      readonly others: readonly AskedColumn[]
      readonly sure: boolean
    }
  | {
      readonly is: 'value'
      readonly column: AskedColumn
      readonly value: string
      readonly others: readonly { readonly column: AskedColumn; readonly value: string }[]
    }
  | { readonly is: 'date'; readonly text: string }
  | { readonly is: 'quoted'; readonly text: string }
  | { readonly is: 'unknown' }

export interface Piece {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly sense: Sense
  /** What else it may be, the likeliest first. */
  readonly rest: readonly Sense[]
}

interface Candidate {
  readonly tokens: number
  readonly sense: Sense
  readonly rest: readonly Sense[]
  readonly score: number
}

/** Longer than any name that people type in a question. */
const mostNameWords = 5

export function piecesOf(text: string, tokens: readonly Token[], vocabulary: Vocabulary): readonly Piece[] {
  const best: { readonly score: number; readonly from: number; readonly candidate: Candidate | null }[] = [
    { score: 0, from: -1, candidate: null },
  ]
  for (let index = 0; index < tokens.length; index++) {
    const before = best[index]?.score ?? 0
    for (const candidate of candidatesAt(index, tokens, vocabulary, text)) {
      const end = index + candidate.tokens
      const score = before + candidate.score
      if (score > (best[end]?.score ?? Number.NEGATIVE_INFINITY)) best[end] = { score, from: index, candidate }
    }
  }
  const pieces: Piece[] = []
  for (let end = tokens.length; end > 0; ) {
    const step = best[end]
    const first = tokens[step?.from ?? -1]
    const last = tokens[end - 1]
    if (step?.candidate === undefined || step.candidate === null || first === undefined || last === undefined) break
    const { sense, rest } = step.candidate
    pieces.push({ start: first.start, end: last.end, text: text.slice(first.start, last.end), sense, rest })
    end = step.from
  }
  return pieces.reverse()
}

function candidatesAt(
  index: number,
  tokens: readonly Token[],
  vocabulary: Vocabulary,
  text: string,
): readonly Candidate[] {
  const token = tokens[index]
  if (token === undefined) return []
  const candidates: Candidate[] = [{ tokens: 1, sense: { is: 'unknown' }, rest: [], score: 0 }]
  if (token.kind === 'number') {
    candidates.push({ tokens: 1, sense: { is: 'number', value: token.value ?? 0 }, rest: [], score: 0.97 })
  }
  if (token.kind === 'date') candidates.push({ tokens: 1, sense: { is: 'date', text: token.text }, rest: [], score: 1 })
  if (token.kind === 'quoted') {
    const value = valuesNamed([token.text.toLowerCase()], vocabulary, token.text)[0]
    candidates.push({ tokens: 1, sense: { is: 'quoted', text: token.text }, rest: [], score: 1 })
    if (value !== undefined && value.score > 0.9) {
      candidates.push({
        tokens: 1,
        sense: { is: 'value', column: value.column, value: value.value, others: [] },
        rest: [],
        score: 1.01,
      })
    }
  }
  if (token.kind === 'sign') candidates.push(signOf(token.text))
  for (let count = 1; count <= Math.max(mostPhraseWords, mostNameWords) && index + count <= tokens.length; count++) {
    const run = tokens.slice(index, index + count)
    if (run.some(({ kind }) => kind !== 'word' && kind !== 'number')) break
    candidates.push(...wordsAt(run, vocabulary, text))
  }
  return candidates
}

function signOf(sign: string): Candidate {
  const cue = (
    {
      '>': 'over',
      '<': 'under',
      '>=': 'atLeast',
      '≥': 'atLeast',
      '<=': 'atMost',
      '≤': 'atMost',
      '=': 'equals',
      '==': 'equals',
      '!=': 'not',
      '<>': 'not',
      '≠': 'not',
      ',': 'and',
      '&': 'and',
    } as const
  )[sign]
  const sense: Sense = cue === undefined ? { is: 'light' } : { is: 'cue', cue }
  return { tokens: 1, sense, rest: [], score: 0.97 }
}

/** What a run of words may be: each way at its own score, the best of them with the others behind it. */
function wordsAt(run: readonly Token[], vocabulary: Vocabulary, text: string): readonly Candidate[] {
  const words = run.flatMap((token) => token.text.split('_').filter((word) => word !== ''))
  const phrase = words.join(' ')
  const count = run.length
  // Several words that are one thing explain more than each by itself.
  const bonus = 0.12 * (count - 1)
  const found: { readonly sense: Sense; readonly score: number }[] = []
  const add = (sense: Sense, likely: number): void => {
    found.push({ sense, score: likely * count + bonus })
  }
  const allNumbers = run.every(({ kind }) => kind === 'number')
  for (const meaning of meaningsOf(phrase))
    add(meaning, meaning.is === 'light' ? 0.5 : meaning.is === 'rowName' ? 0.7 : 0.95)
  if (found.length === 0 && count === 1 && phrase.length >= 5) {
    for (const word of longWords()) {
      if (word.length < 5 || !isMistyped(phrase, word)) continue
      for (const meaning of meaningsOf(word).filter(({ is }) => is !== 'degree'))
        add(meaning, meaning.is === 'light' ? 0.3 : 0.6)
    }
  }
  if (
    vocabulary.nouns.some((noun) => noun === phrase || (count === 1 && phrase.length > 3 && sameWord(noun, phrase)))
  ) {
    add({ is: 'rowName' }, 0.9)
  } else if (count === 1 && vocabulary.titles.some((title) => sameWord(title, phrase))) add({ is: 'rowName' }, 0.68)
  else if (count === 1 && isNounByConcept(phrase, vocabulary)) add({ is: 'rowName' }, 0.74)
  if (count <= mostNameWords && !allNumbers) {
    const columns = columnsNamed(words, vocabulary)
    const [first] = columns
    if (first !== undefined) {
      const others = columns.slice(1).filter(({ score }) => score >= first.score - 0.15)
      const rivals = others.filter(({ score }) => score >= first.score - 0.001)
      add(
        {
          is: 'column',
          column: first.column,
          others: others.map(({ column }) => column),
          sure: first.score > 0.7 && rivals.length === 0,
        },
        first.score,
      )
    }
    const written = text.slice(run[0]?.start ?? 0, run.at(-1)?.end ?? 0)
    const [value, ...rest] = valuesNamed(words, vocabulary, written)
    if (value !== undefined) {
      const others = rest.filter(({ score }) => score >= value.score - 0.05)
      add({ is: 'value', column: value.column, value: value.value, others }, value.score)
    }
  }
  if (found.length === 0 && count === 1) {
    const value = valueInCompound(phrase, vocabulary)
    if (value !== null) add({ is: 'value', column: value.column, value: value.value, others: [] }, 0.7)
  }
  const [first, ...rest] = found.toSorted((left, right) => right.score - left.score)
  if (first === undefined) return []
  return [{ tokens: count, sense: first.sense, rest: rest.map(({ sense }) => sense), score: first.score }]
}

/** The value a German compound begins with, where a row is what it ends with: `Expressbestellungen`. */
function valueInCompound(word: string, { values, nouns }: Vocabulary): { column: AskedColumn; value: string } | null {
  const found = values.find(({ phrase }) => {
    if (phrase.length < 4 || !word.startsWith(phrase)) return false
    const end = word.slice(phrase.length)
    return nouns.some((noun) => sameWord(noun, end)) || meaningsOf(end).some(({ is }) => is === 'rowName')
  })
  return found ?? null
}

const rowConcepts = [
  'cars',
  'houses',
  'tickets',
  'trips',
  'passengers',
  'employees',
  'respondents',
  'days',
  'orders',
  'country',
] as const

function isNounByConcept(word: string, { nouns }: Vocabulary): boolean {
  const own = conceptsOfWord(word)
  return nouns.some((noun) => conceptsOfWord(noun).some((concept) => own.includes(concept)))
}

function conceptsOfWord(word: string): readonly string[] {
  const concepts = conceptsOf(word)
  return rowConcepts.filter((concept) => concepts.has(concept))
}
