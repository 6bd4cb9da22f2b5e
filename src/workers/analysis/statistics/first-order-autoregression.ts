/** The AR(1) coefficient that noise around a trend or season leaves behind. */
import { lagOneAutocorrelation } from './moments.ts'

/** Above this the corrections built on φ explode; a random walk is treated as φ = .97. */
export const largestAutoregression = 0.97

/**
 * Bias-corrected AR(1) coefficient of a series already free of trend and season, clipped to [0, .97]; 0 below five
 * values or without spread: φ̂ = (r₁ + 2/n) / (1 − 4/n), which undoes most of the downward bias that detrending and a
 * short series put on r₁.
 *
 * Source: after Marriott & Pope, Biometrika 41 (1954) and Kendall (1954). O(n).
 */
export function firstOrderAutoregression(residuals: ArrayLike<number>): number {
  const n = residuals.length
  const lag1 = n < 5 ? null : lagOneAutocorrelation(residuals)
  if (lag1 === null) return 0
  return Math.min(largestAutoregression, Math.max(0, (lag1 + 2 / n) / (1 - 4 / n)))
}

/** xₜ − φ·xₜ₋₁, one value shorter; empty for no values. O(n). */
export function prewhiten(values: ArrayLike<number>, autoregression: number): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, values.length - 1) },
    (_, index) => (values[index + 1] ?? 0) - autoregression * (values[index] ?? 0),
  )
}
