/** Do two series move together, at once or one after the other, beyond what each does by itself? */
import { autoregressiveFilter } from './autoregressive-filter.ts'
import { seededRandom } from './seeded-random.ts'

export interface CoMovement {
  /** Steps by which the second series follows the first; below 0 where it goes before. */
  readonly lag: number
  /** Correlation of the innovations at that lag. */
  readonly correlation: number
  /** p of so large a correlation at any of the lags looked at. */
  readonly p: number
  readonly n: number
}

export interface CoMovementOptions {
  readonly highestLag?: number
  readonly simulations?: number
  readonly seed?: number
}

/** A simulation is stopped when so many have shown as large a correlation: p is then plainly not small. */
const enoughExtreme = 20
const leastSteps = 20

/**
 * Largest cross-correlation, by size, of two evenly spaced series of equal length without trend and season, after each
 * is freed of its own memory; p by turning the signs of blocks of the first (about n^¼ steps), which keeps its sizes and
 * breaks the tie, the largest over all lags taken anew each time. Null below 20 common steps or without spread.
 * O(simulations · n · lags).
 *
 * Source: pre-whitening of Haugh, JASA 71 (1976); dependent wild bootstrap of Shao, JASA 105 (2010).
 */
export function coMovement(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  { highestLag = 6, simulations = 999, seed = 1 }: CoMovementOptions = {},
): CoMovement | null {
  const left = autoregressiveFilter(first)
  const right = autoregressiveFilter(second)
  if (left === null || right === null || first.length !== second.length) return null
  const n = Math.min(left.innovations.length, right.innovations.length)
  // The filters cut off the start, each by its order, so that only the common end lines up.
  const x = standardised(left.innovations.slice(left.innovations.length - n))
  const y = standardised(right.innovations.slice(right.innovations.length - n))
  if (n < leastSteps || x === null || y === null) return null
  const lags = Math.min(highestLag, Math.floor(n / 4))
  const block = Math.max(1, Math.round(n ** 0.25))
  const products = blockProducts(x, y, lags, block)
  const signs = new Float64Array(Math.ceil(n / block)).fill(1)
  const found = largestCorrelation(products, signs, n, lags)
  const random = seededRandom(seed)
  let extreme = 0
  let done = 0
  while (done < simulations && extreme < enoughExtreme) {
    done++
    for (let index = 0; index < signs.length; index++) signs[index] = random.uniform() < 0.5 ? -1 : 1
    if (Math.abs(largestCorrelation(products, signs, n, lags).correlation) >= Math.abs(found.correlation)) extreme++
  }
  return { ...found, p: extreme === enoughExtreme ? extreme / done : (1 + extreme) / (1 + done), n }
}

/** By lag, Σ x·y within each block of x: turning the sign of a block turns that of its sum. */
function blockProducts(x: Float64Array, y: Float64Array, lags: number, block: number): Float64Array[] {
  const n = x.length
  return Array.from({ length: 2 * lags + 1 }, (_, position) => {
    const lag = position - lags
    const sums = new Float64Array(Math.ceil(n / block))
    for (let index = Math.max(0, -lag); index < Math.min(n, n - lag); index++) {
      const own = Math.floor(index / block)
      sums[own] = (sums[own] ?? 0) + (x[index] ?? 0) * (y[index + lag] ?? 0)
    }
    return sums
  })
}

function largestCorrelation(products: readonly Float64Array[], signs: Float64Array, n: number, lags: number) {
  let best = { lag: 0, correlation: 0 }
  for (let lag = -lags; lag <= lags; lag++) {
    const own = products[lag + lags] ?? signs
    let sum = 0
    for (let index = 0; index < signs.length; index++) sum += (signs[index] ?? 0) * (own[index] ?? 0)
    if (Math.abs(sum / n) > Math.abs(best.correlation)) best = { lag, correlation: sum / n }
  }
  return best
}

function standardised(values: Float64Array): Float64Array | null {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n)
  return sd > 0 ? values.map((value) => (value - mean) / sd) : null
}
