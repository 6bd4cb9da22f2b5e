/**
 * Which sentences are like which: Okapi BM25 (Robertson et al. 1994) as the similarity in TextRank, after Barrios, López,
 * Argerich and Wachenchauzer, "Variations of the Similarity Function of TextRank for Automated Summarization" (2016).
 * Sparse: a term in very many sentences joins none, and each sentence keeps its nearest.
 */

/** Neighbours of sentence i are `targets[starts[i] … starts[i + 1] - 1]`, as heavy as `weights` says. */
export interface SparseGraph {
  readonly size: number
  readonly starts: Uint32Array
  readonly targets: Uint32Array
  readonly weights: Float64Array
}

const k1 = 1.2
const b = 0.75
/** A negative weight, of a term in more than half of the sentences, becomes this share of the mean one. */
const epsilon = 0.25
/** Postings of a term that are followed: bounds the work to sentences × terms × this. */
const mostPostings = 400
const mostNeighbours = 48

/**
 * `sentences`: terms of each. Symmetric: the weight is the sum of both directions. Time is linear in the number of
 * sentences; `pace` is awaited between them.
 */
export async function similarityGraph(
  sentences: readonly (readonly string[])[],
  pace: () => Promise<void> | undefined,
): Promise<SparseGraph> {
  const postings = new Map<string, number[]>()
  const frequencies = sentences.map((terms, index) => {
    const counts = new Map<string, number>()
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
    for (const term of counts.keys()) {
      const list = postings.get(term)
      if (list === undefined) postings.set(term, [index])
      else list.push(index)
    }
    return counts
  })
  const weightOf = weightsOfTerms(postings, sentences.length)
  const meanLength = sentences.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, sentences.length)
  const edges: Map<number, number>[] = sentences.map(() => new Map())
  const add = (from: number, to: number, weight: number): void => {
    const row = edges[from]
    row?.set(to, (row.get(to) ?? 0) + weight)
  }
  const scores = new Float64Array(sentences.length)
  for (const [index, counts] of frequencies.entries()) {
    const touched: number[] = []
    for (const term of counts.keys()) {
      const list = postings.get(term) ?? []
      if (list.length < 2 || list.length > mostPostings) continue
      const weight = weightOf(term)
      for (const other of list) {
        if (other === index) continue
        const frequency = frequencies[other]?.get(term) ?? 0
        const length = sentences[other]?.length ?? 0
        if (scores[other] === 0) touched.push(other)
        scores[other] =
          (scores[other] ?? 0) +
          (weight * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / meanLength))
      }
    }
    const nearest =
      touched.length <= mostNeighbours
        ? touched
        : touched.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right)
    for (const other of nearest.slice(0, mostNeighbours)) {
      add(index, other, scores[other] ?? 0)
      add(other, index, scores[other] ?? 0)
    }
    for (const other of touched) scores[other] = 0
    await pace()
  }
  return compressed(edges)
}

function weightsOfTerms(postings: ReadonlyMap<string, readonly number[]>, size: number): (term: string) => number {
  const raw = new Map<string, number>()
  let sum = 0
  for (const [term, { length }] of postings) {
    const weight = Math.log(size - length + 0.5) - Math.log(length + 0.5)
    raw.set(term, weight)
    sum += weight
  }
  const floor = Math.max(1e-3, (epsilon * sum) / Math.max(1, postings.size))
  return (term) => {
    const weight = raw.get(term) ?? 0
    return weight > 0 ? weight : floor
  }
}

function compressed(edges: readonly ReadonlyMap<number, number>[]): SparseGraph {
  const starts = new Uint32Array(edges.length + 1)
  for (const [index, row] of edges.entries()) starts[index + 1] = (starts[index] ?? 0) + row.size
  const total = starts[edges.length] ?? 0
  const targets = new Uint32Array(total)
  const weights = new Float64Array(total)
  let at = 0
  for (const row of edges) {
    for (const [target, weight] of row) {
      targets[at] = target
      weights[at] = weight
      at += 1
    }
  }
  return { size: edges.length, starts, targets, weights }
}
