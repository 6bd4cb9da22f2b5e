/** Weighted PageRank over an undirected graph, as TextRank has it (Mihalcea and Tarau 2004). */
import type { SparseGraph } from './similarity.ts'

const damping = 0.85
const tolerance = 1e-7
const mostRounds = 100

/** One score a node, 0 to 1 with the most central at 1; all equal where there are no edges. */
export async function centrality(graph: SparseGraph, pace: () => Promise<void> | undefined): Promise<Float64Array> {
  const { size, starts, targets, weights } = graph
  const outgoing = new Float64Array(size)
  for (let node = 0; node < size; node += 1) {
    for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1)
      outgoing[node] = (outgoing[node] ?? 0) + (weights[at] ?? 0)
  }
  let scores = new Float64Array(size).fill(1 / Math.max(1, size))
  for (let round = 0; round < mostRounds; round += 1) {
    const next = new Float64Array(size)
    let stranded = 0
    for (let node = 0; node < size; node += 1) {
      const score = scores[node] ?? 0
      const total = outgoing[node] ?? 0
      if (total === 0) {
        stranded += score
        continue
      }
      const share = score / total
      for (let at = starts[node] ?? 0; at < (starts[node + 1] ?? 0); at += 1) {
        const target = targets[at] ?? 0
        next[target] = (next[target] ?? 0) + share * (weights[at] ?? 0)
      }
    }
    let change = 0
    for (let node = 0; node < size; node += 1) {
      next[node] = (1 - damping) / size + damping * ((next[node] ?? 0) + stranded / size)
      change += Math.abs((next[node] ?? 0) - (scores[node] ?? 0))
    }
    scores = next
    await pace()
    if (change < tolerance) break
  }
  const highest = scores.reduce((most, score) => Math.max(most, score), 0)
  return highest === 0 ? scores : scores.map((score) => score / highest)
}
