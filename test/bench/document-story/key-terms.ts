/** Ways to find key terms, the product's among them: lemmas of each, the best first. */
import { type Candidate, keyTerms, termCandidates } from '../../../src/workers/summary/facts/terms.ts'
import { termsOf } from './rankers.ts'
import type { Reference } from './references.ts'

export type TermFinder = (reference: Reference, candidates: readonly Candidate[]) => readonly string[]

export function candidatesOf({ sentences, language }: Reference): Promise<Candidate[]> {
  return termCandidates(sentences, language, () => undefined)
}

export const termFinders: Readonly<Record<string, TermFinder>> = {
  'the most frequent': (_, candidates) => sorted(candidates, ({ count }) => count),
  'RAKE (2010)': (_, candidates) => {
    const frequency = new Map<string, number>()
    const degree = new Map<string, number>()
    for (const { key, size, count } of candidates) {
      for (const word of key.split(' ')) {
        frequency.set(word, (frequency.get(word) ?? 0) + count)
        degree.set(word, (degree.get(word) ?? 0) + count * size)
      }
    }
    const score = ({ key }: Candidate): number =>
      key.split(' ').reduce((sum, word) => sum + (degree.get(word) ?? 0) / (frequency.get(word) ?? 1), 0)
    return sorted(
      candidates.filter(({ count }) => count >= 2),
      score,
    )
  },
  'as Storyglass finds them': ({ sentences, title, language }, candidates) =>
    keyTerms(candidates, sentences.length, termsOf(title ?? '', language), 10).map(({ key }) => key),
}

function sorted(candidates: readonly Candidate[], score: (candidate: Candidate) => number): string[] {
  return [...candidates].sort((a, b) => score(b) - score(a)).map(({ key }) => key)
}
