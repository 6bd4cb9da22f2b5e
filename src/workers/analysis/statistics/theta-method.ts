/** The Theta method: smoothing of the level, plus half the slope of the whole series. */
import { nelderMead } from './nelder-mead.ts'

export interface ThetaFit {
  /** Weight of a new value in the level, 0 to 1. */
  readonly levelWeight: number
  readonly level: number
  /** Half the least-squares slope, in the unit of the values a step. */
  readonly drift: number
  readonly n: number
}

/**
 * Fits the Theta method to an evenly spaced series of finite values without season: simple exponential smoothing with
 * the weight of least squared one-step errors, and drift of half the least-squares slope. Null below four values.
 * O(n · 60).
 *
 * Source: Assimakopoulos & Nikolopoulos, Int. J. Forecasting 16 (2000), in the form of Hyndman & Billah, ibid. 19 (2003).
 */
export function fitTheta(values: ArrayLike<number>): ThetaFit | null {
  const n = values.length
  if (n < 4) return null
  const middle = (n - 1) / 2
  const origin = values[0] ?? 0
  let products = 0
  let squares = 0
  for (let index = 0; index < n; index++) {
    products += (index - middle) * ((values[index] ?? 0) - origin)
    squares += (index - middle) ** 2
  }
  const smooth = (weight: number) => {
    let level = origin
    let squaredError = 0
    for (let index = 1; index < n; index++) {
      const error = (values[index] ?? 0) - level
      squaredError += error * error
      level += weight * error
    }
    return { level, squaredError }
  }
  const bounds = { low: [1e-4], high: [1] }
  const searches = [0.2, 0.7].map((start) =>
    nelderMead((point) => smooth(point[0] ?? 0).squaredError, [start], [0.2], bounds, 60),
  )
  const best = searches.reduce((least, search) => (search.value < least.value ? search : least))
  const levelWeight = best.at[0] ?? 0
  return { levelWeight, level: smooth(levelWeight).level, drift: products / squares / 2, n }
}

/** Forecasts of the next `horizon` values. O(horizon). */
export function forecastTheta({ levelWeight, level, drift, n }: ThetaFit, horizon: number): Float64Array {
  const lag = (1 - (1 - levelWeight) ** n) / levelWeight
  return new Float64Array(horizon).map((_, step) => level + drift * (step + lag))
}
