/** Many p-values at once: Simes' combined p and Benjamini–Hochberg's adjusted ones. */

/**
 * p of "all hypotheses are null": min over ranks i of m·p₍ᵢ₎/i, at most 1; 1 for no tests. `count` is the number of
 * tests tried where it is larger than those given: the others count as p = 1.
 *
 * Source: Simes, Biometrika 73 (1986); valid under independence and positive dependence. O(m log m).
 */
export function simes(pValues: ArrayLike<number>, count: number = pValues.length): number {
  const total = Math.max(count, pValues.length)
  const ascending = Float64Array.from(pValues).sort()
  return ascending.reduce((least, p, index) => Math.min(least, (p * total) / (index + 1)), 1)
}

/**
 * Adjusted p-values (q) in the order given: the least false discovery rate at which each is kept. `count` as in `simes`.
 *
 * Source: Benjamini & Hochberg, J. R. Statist. Soc. B 57 (1995). O(m log m).
 */
export function benjaminiHochberg(pValues: ArrayLike<number>, count: number = pValues.length): Float64Array {
  const tests = pValues.length
  const total = Math.max(count, tests)
  const order = Array.from({ length: tests }, (_, index) => index)
  order.sort((left, right) => (pValues[right] ?? 1) - (pValues[left] ?? 1))
  const adjusted = new Float64Array(tests)
  let least = 1
  order.forEach((test, position) => {
    const rank = tests - position
    least = Math.min(least, ((pValues[test] ?? 1) * total) / rank)
    adjusted[test] = least
  })
  return adjusted
}
