/** STL: a series taken apart into trend, season and remainder by loess. */
import { bisquareWeights, loess, loessAt } from './loess.ts'

export interface SeasonalDecomposition {
  readonly trend: Float64Array
  readonly seasonal: Float64Array
  readonly remainder: Float64Array
  /** Robustness weights, 0 (ignored) to 1; all 1 without robustness. */
  readonly weights: Float64Array
  /** Window of the trend's loess, in steps. */
  readonly trendWindow: number
}

export interface StlOptions {
  /** Odd number of cycles over which the season may change, at least 7; 'periodic' for a season that never does. */
  readonly seasonalWindow?: number | 'periodic'
  /** Odd number of steps; by default the next odd one above 1.5 · period / (1 − 1.5/seasonalWindow). */
  readonly trendWindow?: number
  readonly robust?: boolean
  /** Passes of season and trend: 2, or 1 when robust. */
  readonly innerLoops?: number
  /** Passes of robustness: 0, or 15 when robust. */
  readonly outerLoops?: number
}

/**
 * Decomposes an evenly spaced series of finite values with a season of `period` steps; null when the period is below 2
 * or two whole cycles are not there. Trend and low-pass filter are fitted at every tenth of their window, the season
 * everywhere.
 *
 * Source: Cleveland, Cleveland, McRae & Terpenning, J. Official Statistics 6 (1990); defaults as in R's `stl`.
 * O(loops · n · cycles).
 */
export function stl(values: ArrayLike<number>, period: number, options: StlOptions = {}): SeasonalDecomposition | null {
  const n = values.length
  if (!Number.isInteger(period) || period < 2 || n < 2 * period) return null
  const { seasonalWindow = 'periodic', robust = true } = options
  const periodic = seasonalWindow === 'periodic'
  const seasonalSpan = periodic ? 10 * n + 1 : seasonalWindow
  const trendWindow = options.trendWindow ?? nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalSpan)))
  const seasonalFit = { window: seasonalSpan, degree: 0 } as const
  const trendFit = { window: trendWindow, degree: 1 } as const
  const lowPassFit = { window: nextOdd(period), degree: 1 } as const
  const inner = options.innerLoops ?? (robust ? 1 : 2)
  const outer = options.outerLoops ?? (robust ? 15 : 0)

  let weights: Float64Array | null = null
  let trend: Float64Array = new Float64Array(n)
  let seasonal: Float64Array = new Float64Array(n)
  for (let pass = 0; ; pass++) {
    for (let loop = 0; loop < inner; loop++) {
      const detrended = Float64Array.from({ length: n }, (_, index) => (values[index] ?? 0) - (trend[index] ?? 0))
      const cycles = smoothSubseries(detrended, period, seasonalFit, weights)
      const averaged = movingAverage(movingAverage(movingAverage(cycles, period), period), 3)
      const lowPass = loess(averaged, lowPassFit, null, jumpOf(lowPassFit.window))
      seasonal = Float64Array.from({ length: n }, (_, index) => (cycles[index + period] ?? 0) - (lowPass[index] ?? 0))
      const deseasonalised = seasonal.map((season, index) => (values[index] ?? 0) - season)
      trend = loess(deseasonalised, trendFit, weights, jumpOf(trendWindow))
    }
    if (pass >= outer) break
    weights = bisquareWeights(remainderOf(values, trend, seasonal))
  }
  if (periodic) seasonal = averageByPhase(seasonal, period)
  return {
    trend,
    seasonal,
    remainder: remainderOf(values, trend, seasonal),
    weights: weights ?? new Float64Array(n).fill(1),
    trendWindow,
  }
}

/** Each phase of the cycle smoothed over the cycles, and carried on by one cycle at both ends: n + 2 periods long. */
function smoothSubseries(
  values: Float64Array,
  period: number,
  fit: { readonly window: number; readonly degree: 0 | 1 },
  weights: Float64Array | null,
): Float64Array {
  const n = values.length
  const result = new Float64Array(n + 2 * period)
  for (let phase = 0; phase < period; phase++) {
    const length = Math.floor((n - 1 - phase) / period) + 1
    const take = (from: Float64Array) => Float64Array.from({ length }, (_, cycle) => from[phase + cycle * period] ?? 0)
    const subseries = take(values)
    const subweights = weights === null ? null : take(weights)
    if (fit.window > 10 * n) {
      // So wide a window weighs all cycles alike, to 1 part in 10⁵: one mean instead of a fit a cycle.
      const level = weightedMean(subseries, subweights)
      for (let cycle = -1; cycle <= length; cycle++) result[phase + (cycle + 1) * period] = level
      continue
    }
    for (let cycle = -1; cycle <= length; cycle++) {
      const nearest = subseries[Math.min(length - 1, Math.max(0, cycle))] ?? 0
      const inside = Math.min(length - 1, Math.max(0, cycle))
      const fallback = cycle === inside ? nearest : (loessAt(subseries, inside, fit, subweights) ?? nearest)
      result[phase + (cycle + 1) * period] = loessAt(subseries, cycle, fit, subweights) ?? fallback
    }
  }
  return result
}

/** Mean by weight; the plain mean where all weights vanish. */
function weightedMean(values: Float64Array, weights: Float64Array | null): number {
  let sum = 0
  let total = 0
  values.forEach((value, index) => {
    const weight = weights === null ? 1 : (weights[index] ?? 0)
    sum += weight * value
    total += weight
  })
  return total > 0 || weights === null ? sum / total : weightedMean(values, null)
}

/** Means of `width` neighbours, `width − 1` values shorter. */
function movingAverage(values: Float64Array, width: number): Float64Array {
  const result = new Float64Array(values.length - width + 1)
  for (let start = 0; start < result.length; start++) {
    let sum = 0
    for (let index = start; index < start + width; index++) sum += values[index] ?? 0
    result[start] = sum / width
  }
  return result
}

function averageByPhase(values: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  values.forEach((value, index) => {
    sums[index % period] = (sums[index % period] ?? 0) + value
    counts[index % period] = (counts[index % period] ?? 0) + 1
  })
  return values.map((_, index) => (sums[index % period] ?? 0) / (counts[index % period] ?? 1))
}

function remainderOf(values: ArrayLike<number>, trend: Float64Array, seasonal: Float64Array): Float64Array {
  return trend.map((level, index) => (values[index] ?? 0) - level - (seasonal[index] ?? 0))
}

/** Trend and low-pass filter are smooth enough to be fitted at every tenth of their window. */
function jumpOf(window: number): number {
  return Math.ceil(window / 10)
}

function nextOdd(value: number): number {
  return value % 2 === 1 ? value : value + 1
}
