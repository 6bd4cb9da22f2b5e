/** Theil–Sen: the median slope between all pairs of an evenly spaced series. */
import { normalQuantile } from './normal-distribution.ts'
import { valueAtPlace } from './order-statistic.ts'
import { pairOrder } from './pair-order.ts'
import { median } from './quantiles.ts'

export interface TheilSenResult {
  /** Change a step, in the unit of the values. */
  readonly slope: number
  /** Median of x − slope·index: the fitted value at index 0. */
  readonly intercept: number
  readonly low: number
  readonly high: number
}

/** Up to this length all slopes are formed; above it they are only counted. */
const longestFormed = 400

/**
 * Median slope with Sen's interval from Kendall's S. `varianceOfS` is Var(S), by default that of an independent series
 * without ties; give the corrected one of `mannKendall` for an autocorrelated series. Null below two values. Exact up
 * to 400 values, O(n² log n); beyond, to 1 part in 10¹³ of the steepest step, O(n log n · 40).
 *
 * Source: Theil (1950); Sen, JASA 63 (1968).
 */
export function theilSenSlope(
  values: ArrayLike<number>,
  varianceOfS?: number,
  confidence = 0.95,
): TheilSenResult | null {
  const n = values.length
  if (n < 2) return null
  const pairs = (n * (n - 1)) / 2
  const variance = varianceOfS ?? (n * (n - 1) * (2 * n + 5)) / 18
  const reach = normalQuantile(0.5 + confidence / 2) * Math.sqrt(Math.max(0, variance))
  const slopes = slopeSelection(values)
  const slope = middleSlope(slopes, pairs)
  const intercept = median(Float64Array.from(values, (value, index) => value - slope * index)) ?? 0
  const low = slopes(Math.max(1, Math.floor((pairs - reach) / 2)))
  const high = slopes(Math.min(pairs, Math.ceil((pairs + reach) / 2) + 1))
  return { slope, intercept, low: Math.min(low, slope), high: Math.max(high, slope) }
}

/** The median slope alone; null below two values. As `theilSenSlope`, at a third of its cost. */
export function medianSlope(values: ArrayLike<number>): number | null {
  const n = values.length
  return n < 2 ? null : middleSlope(slopeSelection(values), (n * (n - 1)) / 2)
}

type SlopeSelection = (rank: number) => number

interface KnownSlopes {
  readonly values: Float64Array
  /** By rank. */
  readonly slopes: Map<number, number>
}

/** A story asks for the slopes of one series when it looks for a trend, states it, and states it again to verify it. */
const mostKnown = 16
const known: KnownSlopes[] = []

/** What is known of the slopes of these very values. */
function slopesOf(values: ArrayLike<number>): Map<number, number> {
  const found = known.findIndex((one) => isSame(one.values, values))
  const [own] = found < 0 ? [] : known.splice(found, 1)
  const kept = own ?? { values: Float64Array.from(values), slopes: new Map<number, number>() }
  known.push(kept)
  if (known.length > mostKnown) known.shift()
  return kept.slopes
}

function isSame(left: Float64Array, right: ArrayLike<number>): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}

function middleSlope(slopes: SlopeSelection, pairs: number): number {
  if (pairs % 2 === 1) return slopes((pairs + 1) / 2)
  return (slopes(pairs / 2) + slopes(pairs / 2 + 1)) / 2
}

/** Gives the rank-th smallest (from 1) of the slopes between all pairs. */
function slopeSelection(values: ArrayLike<number>): SlopeSelection {
  const slopes = slopesOf(values)
  let select: SlopeSelection | null = null
  return (rank) => {
    const met = slopes.get(rank)
    if (met !== undefined) return met
    select ??= values.length > longestFormed ? countedSlopes(values) : formedSlopes(values)
    const slope = select(rank)
    slopes.set(rank, slope)
    return slope
  }
}

function formedSlopes(values: ArrayLike<number>): SlopeSelection {
  const n = values.length
  const slopes = new Float64Array((n * (n - 1)) / 2)
  let count = 0
  for (let right = 1; right < n; right++) {
    for (let left = 0; left < right; left++) {
      slopes[count++] = ((values[right] ?? 0) - (values[left] ?? 0)) / (right - left)
    }
  }
  return (rank) => valueAtPlace(slopes, rank - 1)
}

function countedSlopes(values: ArrayLike<number>): SlopeSelection {
  const tilted = new Float64Array(values.length)
  const slopesAtMost = (bound: number): number => {
    for (let index = 0; index < tilted.length; index++) tilted[index] = (values[index] ?? 0) - bound * index
    const { falling, tied } = pairOrder(tilted)
    return falling + tied
  }
  let steepestFall = 0
  let steepestRise = 0
  for (let index = 1; index < values.length; index++) {
    const step = (values[index] ?? 0) - (values[index - 1] ?? 0)
    steepestFall = Math.min(steepestFall, step)
    steepestRise = Math.max(steepestRise, step)
  }
  const { falling, tied } = pairOrder(values)
  const precision = 1e-13 * Math.max(steepestRise, -steepestFall)
  return (rank) => {
    if (rank > falling && rank <= falling + tied) return 0
    // Every slope between two points is a mean of steps, so it lies between the extreme steps.
    let low = rank > falling ? 0 : steepestFall
    let high = rank > falling ? steepestRise : 0
    let countLow = rank > falling ? falling + tied : 0
    let countHigh = rank > falling ? (values.length * (values.length - 1)) / 2 : falling + tied
    for (let step = 0; high - low > precision; step++) {
      // Interpolating the counts closes in fast from one side; every second step halves, for the other.
      const share = step % 2 === 0 ? (rank - 0.5 - countLow) / (countHigh - countLow) : 0.5
      const bound = low + (high - low) * Math.min(0.99, Math.max(0.01, share))
      if (bound <= low || bound >= high) break
      const count = slopesAtMost(bound)
      if (count >= rank) {
        high = bound
        countHigh = count
      } else {
        low = bound
        countLow = count
      }
    }
    return high
  }
}
