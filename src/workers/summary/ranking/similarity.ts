/**
 * Which sentences are like which: Okapi BM25 (Robertson et al. 1994) as the similarity in TextRank, after Barrios, López,
 * Argerich and Wachenchauzer, "Variations of the Similarity Function of TextRank for Automated Summarization" (2016).
 * Sparse: a term in very many sentences joins none, and each sentence keeps its nearest.
 */

/** Neighbours of sentence i, some of them twice, are `targets[starts[i] … starts[i + 1] - 1]`, as heavy as `weights` says. */
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
const mostPostings = 300
const mostNeighbours = 32

/**
 * `sentences`: terms of each. Both directions of a similarity are edges, so that the graph is symmetric in sum. Time and
 * memory are linear in the number of sentences; `pace` is awaited between them.
 */
export async function similarityGraph(
  sentences: readonly (readonly string[])[],
  pace: () => Promise<void> | undefined,
): Promise<SparseGraph> {
  const { termsOf, postings } = indexed(sentences)
  const scores = new Float64Array(sentences.length)
  const edges: Edges = { from: [], to: [], weights: [] }
  for (const [index, terms] of termsOf.entries()) {
    const touched: number[] = []
    for (const term of terms) {
      const posting = postings[term]
      if (posting === undefined || posting.sentences.length < 2 || posting.sentences.length > mostPostings) continue
      for (const [at, other] of posting.sentences.entries()) {
        if (other === index) continue
        const before = scores[other] ?? 0
        if (before === 0) touched.push(other)
        scores[other] = before + (posting.weights[at] ?? 0)
      }
    }
    const nearest =
      touched.length <= mostNeighbours
        ? touched
        : touched.sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0) || left - right)
    for (const other of nearest.slice(0, mostNeighbours)) {
      edges.from.push(index, other)
      edges.to.push(other, index)
      edges.weights.push(scores[other] ?? 0, scores[other] ?? 0)
    }
    for (const other of touched) scores[other] = 0
    await pace()
  }
  return compressed(sentences.length, edges)
}

interface Posting {
  readonly sentences: number[]
  /** What the term adds to the similarity of each of them. */
  readonly weights: number[]
}

/** Terms by number: those of each sentence, and where each one stands. */
function indexed(sentences: readonly (readonly string[])[]): {
  readonly termsOf: readonly (readonly number[])[]
  readonly postings: readonly Posting[]
} {
  const numbers = new Map<string, number>()
  const postings: Posting[] = []
  const meanLength = sentences.reduce((sum, terms) => sum + terms.length, 0) / Math.max(1, sentences.length)
  const termsOf = sentences.map((terms, index) => {
    const counts = new Map<number, number>()
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size
      if (number === numbers.size) {
        numbers.set(term, number)
        postings.push({ sentences: [], weights: [] })
      }
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    for (const [number, frequency] of counts) {
      postings[number]?.sentences.push(index)
      const longer = 1 - b + (b * terms.length) / meanLength
      postings[number]?.weights.push((frequency * (k1 + 1)) / (frequency + k1 * longer))
    }
    return [...counts.keys()]
  })
  const raw = postings.map(
    ({ sentences: { length } }) => Math.log(sentences.length - length + 0.5) - Math.log(length + 0.5),
  )
  const mean = raw.reduce((sum, weight) => sum + weight, 0) / Math.max(1, raw.length)
  const floor = Math.max(1e-3, epsilon * mean)
  for (const [number, posting] of postings.entries()) {
    const rare = Math.max(raw[number] ?? 0, 0) || floor
    for (const [at, weight] of posting.weights.entries()) posting.weights[at] = weight * rare
  }
  return { termsOf, postings }
}

interface Edges {
  readonly from: number[]
  readonly to: number[]
  readonly weights: number[]
}

function compressed(size: number, { from, to, weights: given }: Edges): SparseGraph {
  const starts = new Uint32Array(size + 1)
  for (const node of from) starts[node + 1] = (starts[node + 1] ?? 0) + 1
  for (let node = 0; node < size; node += 1) starts[node + 1] = (starts[node + 1] ?? 0) + (starts[node] ?? 0)
  const next = starts.slice(0, size)
  const targets = new Uint32Array(from.length)
  const weights = new Float64Array(from.length)
  for (const [edge, node] of from.entries()) {
    const at = next[node] ?? 0
    next[node] = at + 1
    targets[at] = to[edge] ?? 0
    weights[at] = given[edge] ?? 0
  }
  return { size, starts, targets, weights }
}
