/** Autocorrelation by lag. */
import { exactMean } from './mean.ts'

/**
 * Autocorrelations r₀ = 1, r₁, … r_maximumLag of a series of finite values, with the divisor n that keeps them a valid
 * correlation function; null for no values or no spread. O(n · maximumLag).
 *
 * Source: Box & Jenkins (1970).
 */
export function autocorrelation(values: ArrayLike<number>, maximumLag: number): Float64Array | null {
  const center = exactMean(values)
  if (center === null) return null
  const deviations = Float64Array.from(values, (value) => value - center.high - center.low)
  const lags = Math.min(maximumLag, deviations.length - 1)
  const result = new Float64Array(lags + 1)
  for (let lag = 0; lag <= lags; lag++) {
    let sum = 0
    for (let index = lag; index < deviations.length; index++) {
      sum += (deviations[index] ?? 0) * (deviations[index - lag] ?? 0)
    }
    result[lag] = sum
  }
  const square = result[0] ?? 0
  return square > 0 ? result.map((sum) => sum / square) : null
}
