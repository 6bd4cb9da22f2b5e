/** Fisher's exact test of a two-by-two table. */

/**
 * Two-sided p that the odds are equal, from the counts (a b / c d) with all margins held: the sum of the probabilities
 * of every table no likelier than this one. 1 where a margin is 0. NaN for a count below 0. O(smallest margin).
 *
 * Source: Fisher (1935); two-sided as in R's `fisher.test`.
 */
export function fisherExactP(a: number, b: number, c: number, d: number): number {
  if (!(Math.min(a, b, c, d) >= 0)) return Number.NaN
  const line = a + b
  const column = a + c
  const n = a + b + c + d
  const least = Math.max(0, line + column - n)
  const most = Math.min(line, column)
  if (least === most) return 1
  // Probabilities relative to that of the mode, stepping away from it: no factorial is formed, nothing overflows.
  const mode = Math.min(most, Math.max(least, Math.floor(((line + 1) * (column + 1)) / (n + 2))))
  const relative = new Float64Array(most - least + 1)
  relative[mode - least] = 1
  const odds = (count: number) => ((line - count) * (column - count)) / ((count + 1) * (n - line - column + count + 1))
  for (let count = mode; count < most; count++) {
    relative[count + 1 - least] = (relative[count - least] ?? 0) * odds(count)
  }
  for (let count = mode; count > least; count--) {
    relative[count - 1 - least] = (relative[count - least] ?? 0) / odds(count - 1)
  }
  // Tables that are equally likely on paper may differ in the last bits.
  const bound = (relative[a - least] ?? 0) * (1 + 1e-7)
  let total = 0
  let tail = 0
  for (const probability of relative) {
    total += probability
    if (probability <= bound) tail += probability
  }
  return Math.min(1, tail / total)
}
