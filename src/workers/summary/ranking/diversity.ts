/** Maximal marginal relevance (Carbonell and Goldstein 1998): the best that say something new. */
import type { Sentence } from './sentence.ts'

/** Share of a sentence's terms that another one may have before it says the same. */
const sameAs = 0.6

export interface Choice {
  readonly limit: number
  /** 1: by score alone; 0: as different as possible. */
  readonly lambda: number
}

/** Places in `sentences` of those chosen, best first. Only places in `candidates` are looked at. */
export function chooseDiverse(
  sentences: readonly Sentence[],
  scores: ArrayLike<number>,
  candidates: readonly number[],
  { limit, lambda }: Choice,
): number[] {
  const best = [...candidates]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, Math.max(60, 8 * limit))
  const sets = new Map(best.map((index) => [index, new Set(sentences[index]?.terms ?? [])]))
  const nearest = new Map<number, number>(best.map((index) => [index, 0]))
  const chosen: number[] = []
  while (chosen.length < limit && nearest.size > 0) {
    let taken = -1
    let most = Number.NEGATIVE_INFINITY
    for (const [index, similarity] of nearest) {
      const value = lambda * (scores[index] ?? 0) - (1 - lambda) * similarity
      if (value > most) [taken, most] = [index, value]
    }
    nearest.delete(taken)
    if (taken < 0) break
    chosen.push(taken)
    const terms = sets.get(taken) ?? new Set()
    for (const [index, similarity] of nearest) {
      const other = sets.get(index) ?? new Set()
      const overlap = overlapOf(terms, other)
      if (overlap.contained > sameAs) nearest.delete(index)
      else nearest.set(index, Math.max(similarity, overlap.cosine))
    }
  }
  return chosen
}

function overlapOf(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
): { readonly cosine: number; readonly contained: number } {
  if (a.size === 0 || b.size === 0) return { cosine: 0, contained: 0 }
  let shared = 0
  for (const term of a) if (b.has(term)) shared += 1
  return { cosine: shared / Math.sqrt(a.size * b.size), contained: shared / Math.min(a.size, b.size) }
}
