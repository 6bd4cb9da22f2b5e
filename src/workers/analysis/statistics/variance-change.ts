/** Does a series begin to scatter more, or less, from some place on? */
import { robustSd } from './modified-z-scores.ts'
import { seededRandom } from './seeded-random.ts'

export interface VarianceChange {
  /** First index of the part that scatters differently. */
  readonly place: number
  /** Standard deviations before and after, in the unit of the values. */
  readonly before: number
  readonly after: number
  /** Robust spread after over before. */
  readonly ratio: number
  /** Largest standardised distance of the running sum of squares from its even course. */
  readonly statistic: number
  readonly p: number
}

export interface VarianceChangeOptions {
  readonly simulations?: number
  readonly seed?: number
  /** Least number of values on either side. */
  readonly shortestSegment?: number
}

const enoughExtreme = 20

/**
 * Change of the variance of values that have no trend, level shift or season left (take residuals), by the running sum
 * of squares, with p from shuffled blocks of about n^⅓ values, so that neither heavy tails nor spells of a few steps
 * alone make a change. Squares are winsorised at ten times their median, so that one outlier is none either. Null for
 * fewer than two segments' values or where either side has no spread. O(simulations · n).
 *
 * Source: Inclán & Tiao, JASA 89 (1994); permutation as in Zeileis & Hothorn, Statistical Papers 54 (2013).
 */
export function varianceChange(
  residuals: ArrayLike<number>,
  options: VarianceChangeOptions = {},
): VarianceChange | null {
  const { simulations = 999, seed = 1, shortestSegment = 8 } = options
  const n = residuals.length
  if (n < 2 * shortestSegment) return null
  const squares = Float64Array.from(residuals, (value) => value * value)
  const median = squares.slice().sort()[Math.floor(n / 2)] ?? 0
  const bound = median > 0 ? 10 * median : Number.POSITIVE_INFINITY
  const tamed = squares.map((square) => Math.min(square, bound))
  const found = largestExcursion(tamed, shortestSegment)
  const all = Array.from(residuals)
  const before = robustSd(all.slice(0, found.place), 0)
  const after = robustSd(all.slice(found.place), 0)
  if (before === null || after === null || !(found.statistic > 0)) return null
  const random = seededRandom(seed)
  const length = Math.max(1, Math.round(Math.cbrt(n)))
  const starts = Uint32Array.from({ length: Math.ceil(n / length) }, (_, block) => block * length)
  const shuffled = new Float64Array(n)
  let extreme = 0
  let done = 0
  while (done < simulations && extreme < enoughExtreme) {
    done++
    random.shuffle(starts)
    let filled = 0
    for (const start of starts) {
      for (let index = start; index < Math.min(n, start + length); index++) shuffled[filled++] = tamed[index] ?? 0
    }
    if (largestExcursion(shuffled, shortestSegment).statistic >= found.statistic) extreme++
  }
  const p = extreme === enoughExtreme ? extreme / done : (1 + extreme) / (1 + done)
  return { ...found, before, after, ratio: after / before, p }
}

/** Largest |Σ₁ᵏ x − k·mean| / √n in standard deviations of x, and the k that has it. */
function largestExcursion(
  values: Float64Array,
  margin: number,
): { readonly place: number; readonly statistic: number } {
  const n = values.length
  let sum = 0
  let squares = 0
  for (const value of values) {
    sum += value
    squares += value * value
  }
  const mean = sum / n
  const sd = Math.sqrt(Math.max(0, squares / n - mean * mean))
  let running = 0
  let place = margin
  let most = 0
  for (let index = 0; index < n - margin; index++) {
    running += (values[index] ?? 0) - mean
    if (index + 1 < margin || Math.abs(running) <= most) continue
    most = Math.abs(running)
    place = index + 1
  }
  return { place, statistic: sd > 0 ? most / (sd * Math.sqrt(n)) : 0 }
}
