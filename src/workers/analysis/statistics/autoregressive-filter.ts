/** What a series says that its own past does not. */
import { autocorrelation } from './autocorrelation.ts'
import { mean } from './mean.ts'

export interface AutoregressiveFilter {
  /** Weights of the last 1, 2, … values; none for a series without memory. */
  readonly coefficients: readonly number[]
  /** Values less what those before let expect, about 0; shorter by the number of coefficients. */
  readonly innovations: Float64Array
}

/**
 * Autoregression of the order (at most `highestOrder`) that BIC prefers, by the Yule–Walker equations, and what it
 * leaves. Null below ten values or without spread. O(n · order + order²).
 *
 * Source: Levinson (1947); Durbin (1960); order after Schwarz (1978).
 */
export function autoregressiveFilter(values: ArrayLike<number>, highestOrder = 5): AutoregressiveFilter | null {
  const n = values.length
  const correlations = n < 10 ? null : autocorrelation(values, Math.min(highestOrder, Math.floor(n / 5)))
  const center = mean(values)
  if (correlations === null || center === null) return null
  let current: number[] = []
  let variance = 1
  let best = { coefficients: current, bic: 0 }
  for (let order = 1; order < correlations.length; order++) {
    const expected = current.reduce((sum, weight, lag) => sum + weight * (correlations[order - 1 - lag] ?? 0), 0)
    const partial = ((correlations[order] ?? 0) - expected) / variance
    const before = current
    current = [...before.map((weight, lag) => weight - partial * (before[order - 2 - lag] ?? 0)), partial]
    variance *= 1 - partial * partial
    if (!(variance > 1e-12)) break
    const bic = n * Math.log(variance) + order * Math.log(n)
    if (bic < best.bic) best = { coefficients: current, bic }
  }
  const { coefficients } = best
  const order = coefficients.length
  const innovations = Float64Array.from({ length: n - order }, (_, index) => {
    let rest = (values[index + order] ?? 0) - center
    for (const [lag, weight] of coefficients.entries())
      rest -= weight * ((values[index + order - 1 - lag] ?? 0) - center)
    return rest
  })
  return { coefficients, innovations }
}
