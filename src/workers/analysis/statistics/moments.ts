/** Mean, spread, shape and lag-1 autocorrelation of a set of values. */
import { ExactSum } from './exact-sum.ts'
import { addSquaredDeviations, type ExactMean, exactMean } from './mean.ts'

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Sample variance (n − 1); 0 for a single value. */
  readonly variance: number
  readonly sd: number
  /** Adjusted Fisher–Pearson coefficient G₁, as in DuckDB, Excel and SAS; null below 3 values or without spread. */
  readonly skewness: number | null
  /** Adjusted excess kurtosis G₂, as in DuckDB, Excel and SAS; null below 4 values or without spread. */
  readonly kurtosis: number | null
  /** Autocorrelation at lag 1 in the order given; null below 2 values or without spread. */
  readonly lag1: number | null
}

/** The first two of the `moments`, at a third of their cost; null for no values. O(n). */
export function meanAndVariance(values: ArrayLike<number>): Pick<Moments, 'n' | 'mean' | 'variance'> | null {
  const center = exactMean(values)
  return center === null
    ? null
    : { n: values.length, mean: center.high, variance: spreadAbout(center, values).variance }
}

function spreadAbout(center: ExactMean, values: ArrayLike<number>) {
  const squares = new ExactSum()
  addSquaredDeviations(squares, values, center)
  const sumOfSquares = squares.value
  return { sumOfSquares, variance: values.length > 1 ? sumOfSquares / (values.length - 1) : 0 }
}

/** The `lag1` of `moments` alone, to the last digit, at half the cost. Null below two values or without spread. O(n). */
export function lagOneAutocorrelation(values: ArrayLike<number>): number | null {
  const center = exactMean(values)
  if (center === null) return null
  const { sumOfSquares } = spreadAbout(center, values)
  if (!(sumOfSquares > 0)) return null
  const neighbours = new ExactSum()
  let previous = 0
  for (let index = 0; index < values.length; index++) {
    const deviation = (values[index] ?? 0) - center.high - center.low
    if (index > 0) neighbours.addProduct(previous, deviation)
    previous = deviation
  }
  return neighbours.value / sumOfSquares
}

/**
 * Moments of finite values; null for no values. Two passes about a mean kept in two doubles, sums in twice double
 * precision: right to the limit set by the input's own rounding (NIST StRD univariate).
 *
 * Source: Chan, Golub & LeVeque (1983) for the two passes; Joanes & Gill, The Statistician 47 (1998) for G₁, G₂. O(n).
 */
export function moments(values: ArrayLike<number>): Moments | null {
  const n = values.length
  const center = exactMean(values)
  if (center === null) return null
  const { sumOfSquares, variance } = spreadAbout(center, values)
  const sd = Math.sqrt(variance)
  if (!(sumOfSquares > 0)) {
    return { n, mean: center.high, variance, sd, skewness: null, kurtosis: null, lag1: null }
  }
  const scale = Math.sqrt(sumOfSquares / n)
  const cubes = new ExactSum()
  const fourths = new ExactSum()
  const neighbours = new ExactSum()
  let previous = 0
  for (let index = 0; index < n; index++) {
    const deviation = (values[index] ?? 0) - center.high - center.low
    const standard = deviation / scale
    const square = standard * standard
    cubes.addProduct(square, standard)
    fourths.addProduct(square, square)
    if (index > 0) neighbours.addProduct(previous, deviation)
    previous = deviation
  }
  const g1 = cubes.value / n
  const g2 = fourths.value / n - 3
  return {
    n,
    mean: center.high,
    variance,
    sd,
    skewness: n < 3 ? null : (g1 * Math.sqrt(n * (n - 1))) / (n - 2),
    kurtosis: n < 4 ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6),
    lag1: neighbours.value / sumOfSquares,
  }
}
