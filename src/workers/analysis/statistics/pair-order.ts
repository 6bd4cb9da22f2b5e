/** Counts, over all pairs of a sequence, how many fall: the base of Mann–Kendall and Theil–Sen. */

export interface PairOrder {
  /** Pairs i < j with xⱼ < xᵢ. */
  readonly falling: number
  /** Pairs i < j with xⱼ = xᵢ. */
  readonly tied: number
}

/** Falling and tied pairs of a sequence, by merge sort. O(n log n). */
export function pairOrder(values: ArrayLike<number>): PairOrder {
  let source = new Float64Array(values)
  let target = new Float64Array(source.length)
  const n = source.length
  let falling = 0
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n)
      const end = Math.min(start + 2 * width, n)
      let left = start
      let right = middle
      for (let out = start; out < end; out++) {
        const fromLeft = right >= end || (left < middle && (source[left] ?? 0) <= (source[right] ?? 0))
        if (fromLeft) target[out] = source[left++] ?? 0
        else {
          falling += middle - left
          target[out] = source[right++] ?? 0
        }
      }
    }
    const kept = source
    source = target
    target = kept
  }
  let tied = 0
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && source[end] === source[start]) end++
    tied += ((end - start) * (end - start - 1)) / 2
    start = end
  }
  return { falling, tied }
}
