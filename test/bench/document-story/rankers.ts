/** Ways to choose sentences, the product's among them: each gives places in order of choice. */
import { detachedContext } from '../../../src/workers/runtime/context.ts'
import { diversity } from '../../../src/workers/summary/quotations.ts'
import { centrality } from '../../../src/workers/summary/ranking/centrality.ts'
import { chooseDiverse } from '../../../src/workers/summary/ranking/diversity.ts'
import { rankSentences } from '../../../src/workers/summary/ranking/rank.ts'
import { type SparseGraph, similarityGraph } from '../../../src/workers/summary/ranking/similarity.ts'
import { lemma } from '../../../src/workers/summary/words/lemma.ts'
import { stopWordsOf } from '../../../src/workers/summary/words/stop-words.ts'
import { wordsOf } from '../../../src/workers/summary/words/words.ts'
import type { Reference } from './references.ts'

export type Ranker = (reference: Reference) => Promise<readonly number[]>

const pace = (): undefined => undefined
const enough = 12

export const rankers: Readonly<Record<string, Ranker>> = {
  'first sentences': async ({ sentences }) => sentences.map((_, index) => index),
  'random sentences': async ({ sentences }) => shuffled(sentences.length),
  'TextRank, word overlap (2004)': async ({ sentences }) =>
    byScore(
      await centrality(
        paired(
          sentences.map(({ terms }) => terms),
          overlap,
        ),
        pace,
      ),
    ),
  'LexRank, threshold 0.1 (2004)': async ({ sentences }) => {
    const vectors = tfIdf(sentences.map(({ terms }) => terms))
    return byScore(
      await centrality(
        paired(vectors, (a, b) => (cosine(a, b) >= 0.1 ? 1 : 0)),
        pace,
      ),
    )
  },
  'LexRank, continuous (2004)': async ({ sentences }) => {
    const vectors = tfIdf(sentences.map(({ terms }) => terms))
    return byScore(await centrality(paired(vectors, cosine), pace))
  },
  'TextRank, BM25 (2016)': async ({ sentences }) =>
    byScore(
      await centrality(
        await similarityGraph(
          sentences.map(({ terms }) => terms),
          pace,
        ),
        pace,
      ),
    ),
  'as Storyglass ranks': async (reference) => {
    const { scores, quotable } = await product(reference)
    return byScore(scores).filter((place) => quotable.includes(place))
  },
  'as Storyglass chooses (MMR)': async (reference) => {
    const { scores, quotable } = await product(reference)
    return chooseDiverse(reference.sentences, scores, quotable, { limit: enough, lambda: diversity })
  },
}

function product({ sentences, title, language, legal }: Reference): ReturnType<typeof rankSentences> {
  return rankSentences(sentences, { language, titleTerms: termsOf(title ?? '', language), legal }, detachedContext())
}

export function termsOf(text: string, language: string): Set<string> {
  const words = wordsOf(text).filter((word) => !stopWordsOf(language).has(word.text.toLowerCase()))
  return new Set(words.map((word) => lemma(word.text, language)).filter((word) => word.length > 1))
}

function byScore(scores: Float64Array): number[] {
  return [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
}

/** The same order every time. */
function shuffled(length: number): number[] {
  const places = Array.from({ length }, (_, index) => index)
  let state = 12_345
  for (let last = length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const other = state % (last + 1)
    ;[places[last], places[other]] = [places[other] ?? 0, places[last] ?? 0]
  }
  return places
}

function paired<Item>(items: readonly Item[], similarity: (a: Item, b: Item) => number): SparseGraph {
  const rows = items.map((a, from) =>
    items.flatMap((b, to) => {
      const weight = from === to ? 0 : similarity(a, b)
      return weight > 0 ? [[to, weight] as const] : []
    }),
  )
  const starts = new Uint32Array(items.length + 1)
  for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] ?? 0) + row.length
  const edges = rows.flat()
  return {
    size: items.length,
    starts,
    targets: Uint32Array.from(edges, ([to]) => to),
    weights: Float64Array.from(edges, ([, weight]) => weight),
  }
}

function overlap(a: readonly string[], b: readonly string[]): number {
  const words = new Set(b)
  const shared = new Set(a.filter((word) => words.has(word))).size
  const scale = Math.log(Math.max(1, a.length)) + Math.log(Math.max(1, b.length))
  return scale > 0 ? shared / scale : 0
}

type Vector = ReadonlyMap<string, number>

function tfIdf(sentences: readonly (readonly string[])[]): Vector[] {
  const documents = new Map<string, number>()
  for (const terms of sentences) for (const term of new Set(terms)) documents.set(term, (documents.get(term) ?? 0) + 1)
  return sentences.map((terms) => {
    const vector = new Map<string, number>()
    for (const term of terms) {
      vector.set(term, (vector.get(term) ?? 0) + Math.log(sentences.length / (documents.get(term) ?? 1)))
    }
    const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1
    return new Map([...vector].map(([term, value]) => [term, value / length]))
  })
}

function cosine(a: Vector, b: Vector): number {
  let sum = 0
  for (const [term, value] of a) sum += value * (b.get(term) ?? 0)
  return sum
}
