/** Chatterjee's ξ: how nearly is one measure a function of another, whatever the function? */
import { ascendingOrder } from './ascending-order.ts'
import { normalLowerP } from './normal-distribution.ts'
import { seededRandom } from './seeded-random.ts'

export interface XiResult {
  /** 0 where y does not depend on x, 1 where it is a function of it; a little below 0 by chance. */
  readonly xi: number
  /** One-sided: that independence would show as large a ξ. */
  readonly p: number
  readonly n: number
}

/**
 * ξ of y on x over pairs of finite values of equal length, ties in y taken into account and ties in x broken at random
 * by `seed`. Not symmetric: ξ of x on y is another. Null below four pairs or when y has no spread. O(n log n).
 *
 * Source: Chatterjee, JASA 116 (2021), theorems 2.1 and 2.2.
 */
export function chatterjeeXi(x: ArrayLike<number>, y: ArrayLike<number>, seed = 1): XiResult | null {
  const sizes = xiSizes(y)
  return sizes === null ? null : xiOf(xiOrder(x, seed), sizes)
}

/** Places of the values in ascending order, ties broken at random: what ξ takes of the column that others follow. */
export function xiOrder(x: ArrayLike<number>, seed = 1): Uint32Array {
  // A shuffle before a stable sort breaks the ties of x at random.
  const shuffled = seededRandom(seed).shuffle(Uint32Array.from({ length: x.length }, (_, index) => index))
  return ascendingOrder(x, shuffled)
}

/** What ξ takes of the column that follows, made once however many columns it is held against. */
export interface XiSizes {
  /** For each value, how many are at most as large. */
  readonly atMost: Float64Array
  /** Σ of how many are at least as large times how many are less. */
  readonly spread: number
  /** Of ξ under independence. */
  readonly sd: number
}

/** Null below four values or without spread. O(n log n). */
export function xiSizes(y: ArrayLike<number>): XiSizes | null {
  const n = y.length
  if (n < 4) return null
  const { atMost, atLeast } = countsBySize(y, n)
  let spread = 0
  for (let index = 0; index < n; index++) {
    const from = atLeast[index] ?? 0
    spread += from * (n - from)
  }
  return spread > 0 ? { atMost, spread, sd: Math.sqrt(nullVariance(atMost, spread, n) / n) } : null
}

/** ξ from the parts of both columns, whose rows are the same. O(n). */
export function xiOf(order: Uint32Array, { atMost, spread, sd }: XiSizes): XiResult {
  const n = order.length
  let steps = 0
  let previous = atMost[order[0] ?? 0] ?? 0
  for (let index = 0; index < n; index++) {
    const rank = atMost[order[index] ?? 0] ?? 0
    steps += Math.abs(rank - previous)
    previous = rank
  }
  const xi = 1 - (n * steps) / (2 * spread)
  return { xi, p: normalLowerP(-xi / sd), n }
}

/** For each value, how many are at most, and how many at least, as large. */
function countsBySize(
  y: ArrayLike<number>,
  n: number,
): { readonly atMost: Float64Array; readonly atLeast: Float64Array } {
  const order = ascendingOrder(y)
  const atMost = new Float64Array(n)
  const atLeast = new Float64Array(n)
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && y[order[end] ?? 0] === y[order[start] ?? 0]) end++
    for (let index = start; index < end; index++) {
      atMost[order[index] ?? 0] = end
      atLeast[order[index] ?? 0] = n - start
    }
    start = end
  }
  return { atMost, atLeast }
}

/** Variance of √n·ξ under independence; 2/5 without ties, as n grows. */
function nullVariance(atMost: Float64Array, spread: number, n: number): number {
  const u = atMost.slice().sort()
  let a = 0
  let b = 0
  let c = 0
  let running = 0
  for (let index = 0; index < n; index++) {
    const value = u[index] ?? 0
    running += value
    const weight = 2 * n - 2 * (index + 1) + 1
    a += weight * value * value
    b += (running + (n - index - 1) * value) ** 2
    c += weight * value
  }
  const d = spread / n ** 3
  return (a / n ** 4 - (2 * b) / n ** 5 + (c / n ** 3) ** 2) / (d * d)
}
