/** Ranks, ties sharing their average. */
import { ascendingOrder } from './ascending-order.ts'

export interface Ranks {
  /** 1-based rank of each value; tied values share the mean of their ranks. */
  readonly ranks: Float64Array
  /** Σ(t³ − t) over groups of t tied values: the correction for ties of Spearman, Kruskal–Wallis and Kendall. */
  readonly tieCorrection: number
}

/** Average ranks of finite values; empty for no values. O(n). */
export function rankWithTies(values: ArrayLike<number>): Ranks {
  const n = values.length
  const order = ascendingOrder(values)
  const ranks = new Float64Array(n)
  let tieCorrection = 0
  for (let start = 0; start < n; ) {
    const value = values[order[start] ?? 0]
    let end = start + 1
    while (end < n && values[order[end] ?? 0] === value) end++
    const rank = (start + end + 1) / 2
    for (let index = start; index < end; index++) ranks[order[index] ?? 0] = rank
    const tied = end - start
    tieCorrection += tied * tied * tied - tied
    start = end
  }
  return { ranks, tieCorrection }
}

/** Average ranks alone. O(n). */
export function ranks(values: ArrayLike<number>): Float64Array {
  return rankWithTies(values).ranks
}
