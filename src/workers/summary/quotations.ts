/** The sentences that stand for the whole document. */
import type { Quotation } from '../../shared/document/document-story.ts'
import { chooseDiverse } from './ranking/diversity.ts'
import type { Ranking } from './ranking/rank.ts'
import type { Sentence } from './ranking/sentence.ts'

const fewest = 3
const most = 8
/** One more for each of these sentences there are. */
const sentencesAQuotation = 40
/** Mostly by score: what says the same is left out whatever its score (`chooseDiverse`). */
export const diversity = 0.9

/** In the order of the document. */
export function quotationsOf(sentences: readonly Sentence[], ranking: Ranking): Quotation[] {
  const limit = Math.min(most, fewest + Math.floor(sentences.length / sentencesAQuotation))
  const chosen = chooseDiverse(sentences, ranking.scores, ranking.quotable, { limit, lambda: diversity })
  return chosen.sort((a, b) => a - b).flatMap((place) => toQuotation(sentences[place], ranking.scores[place] ?? 0))
}

export function toQuotation(sentence: Sentence | undefined, score: number): Quotation[] {
  if (sentence === undefined) return []
  return [{ text: sentence.text, places: [...sentence.places], score: Math.round(score * 1000) / 1000 }]
}
