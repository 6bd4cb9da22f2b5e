/**
 * How much each sentence says of the whole: TextRank over BM25, raised towards the beginning of the document and for
 * words of its title, lowered where it leans on the one before. Chosen by measure: docs/decisions and
 * `npm run bench:document-story`.
 */
import type { WorkContext } from '../../runtime/context.ts'
import { pacer } from '../../runtime/pacer.ts'
import { centrality } from './centrality.ts'
import { isDangling, isQuotable } from './quotable.ts'
import type { Sentence } from './sentence.ts'
import { similarityGraph } from './similarity.ts'

export const rankingName = 'TextRank with BM25, position and title'

export interface Ranking {
  /** 0 to 1, one a sentence; 0 for those that were not ranked. */
  readonly scores: Float64Array
  /** Places of the sentences that can be quoted, in order. */
  readonly quotable: readonly number[]
  readonly ranked: number
  readonly sampled: boolean
}

export interface RankingOptions {
  readonly language: string | null
  /** Terms of the title; sentences with them are raised. */
  readonly titleTerms: ReadonlySet<string>
  /** Places of sentences from a part that is a summary by its own heading. */
  readonly inSummary?: ReadonlySet<number>
  /** Places of sentences that are not to be quoted, whatever they say: licences and imprints. */
  readonly legal?: ReadonlySet<number>
}

/** More sentences than these are ranked by a sample that is spread evenly, so that time and memory stay bounded. */
const mostRanked = 20_000
const positionWeight = 2
/** Share of the sentences after which the weight of the position is down to 1/e. */
const positionShare = 0.2
const titleWeight = 0.6
const danglingFactor = 0.85
/** A question states nothing. */
const questionFactor = 0.6
/** Its authors have said already what counts. */
const summaryFactor = 1.5

export async function rankSentences(
  sentences: readonly Sentence[],
  { language, titleTerms, inSummary, legal }: RankingOptions,
  context: WorkContext,
): Promise<Ranking> {
  const pace = pacer(context)
  const sampled = sentences.length > mostRanked
  const picked = sampled
    ? Array.from({ length: mostRanked }, (_, index) => Math.floor((index * sentences.length) / mostRanked))
    : sentences.map((_, index) => index)
  const central = await centrality(
    await similarityGraph(
      picked.map((index) => sentences[index]?.terms ?? []),
      pace,
    ),
    pace,
  )
  const scores = new Float64Array(sentences.length)
  const quotable: number[] = []
  for (const [at, index] of picked.entries()) {
    const sentence = sentences[index]
    if (sentence === undefined) continue
    const position = Math.exp(-index / (positionShare * sentences.length))
    const title = new Set(sentence.terms.filter((term) => titleTerms.has(term))).size
    scores[index] =
      (central[at] ?? 0) *
      (1 + positionWeight * position) *
      (1 + (titleWeight * title) / Math.sqrt(Math.max(1, titleTerms.size))) *
      (isDangling(sentence.text) ? danglingFactor : 1) *
      (sentence.text.includes('?') ? questionFactor : 1) *
      (inSummary?.has(index) === true ? summaryFactor : 1)
    if (legal?.has(index) !== true && isQuotable(sentence, language)) quotable.push(index)
    await pace()
  }
  const highest = quotable.reduce((most, index) => Math.max(most, scores[index] ?? 0), 0)
  return {
    scores: highest === 0 ? scores : scores.map((score) => Math.min(1, score / highest)),
    quotable,
    ranked: picked.length,
    sampled,
  }
}
