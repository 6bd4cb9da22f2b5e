/** Mann–Kendall: does a series rise or fall, also when neighbours resemble each other? */
import { firstOrderAutoregression, prewhiten } from './first-order-autoregression.ts'
import { normalTwoSidedP } from './normal-distribution.ts'
import { pairOrder } from './pair-order.ts'
import { rankWithTies } from './ranks.ts'
import { medianSlope } from './theil-sen-slope.ts'

export interface MannKendallResult {
  /** Rising less falling pairs. */
  readonly s: number
  /** Var(S) corrected for ties and autocorrelation. */
  readonly variance: number
  readonly z: number
  /** S over the number of pairs, −1 to 1. */
  readonly tau: number
  /** Two-sided; the larger of both tests where the pre-whitened one was needed too. */
  readonly p: number
  /** Bias-corrected AR(1) coefficient of the detrended series, 0 to .97. */
  readonly autoregression: number
  /** The same test on the pre-whitened series: for n < 60 and φ̂ > .5 both must agree in sign, and the larger p counts. */
  readonly prewhitened: { readonly z: number; readonly p: number } | null
  readonly n: number
}

/**
 * Mann–Kendall test on an evenly spaced series of finite values, its variance corrected for the AR(1) of the series
 * detrended by Sen's slope; the rank autocorrelation at lag k is 6/π·asin(φᵏ/2). Null below four values or when all are
 * equal.
 *
 * Source: Mann (1945); Kendall (1975); variance of Hamed & Rao, J. Hydrology 204 (1998), with the autocorrelations of a
 * bias-corrected AR(1) in place of their noisy estimates. O(n log n · 60).
 */
export function mannKendall(values: ArrayLike<number>): MannKendallResult | null {
  const n = values.length
  if (n < 4) return null
  const plain = kendallScore(values)
  const slope = medianSlope(values) ?? 0
  if (plain === null) return null
  const autoregression = firstOrderAutoregression(Float64Array.from(values, (value, index) => value - slope * index))
  const variance = plain.variance * varianceInflation(n, autoregression)
  const z = standardScore(plain.s, variance)
  const p = normalTwoSidedP(z)
  const tau = plain.s / ((n * (n - 1)) / 2)
  const result = { s: plain.s, variance, z, tau, p, autoregression, prewhitened: null, n }
  if (n >= 60 || autoregression <= 0.5) return result
  const whitened = kendallScore(prewhiten(values, autoregression))
  if (whitened === null) return result
  const whitenedZ = standardScore(whitened.s, whitened.variance)
  const prewhitened = { z: whitenedZ, p: normalTwoSidedP(whitenedZ) }
  const agrees = Math.sign(whitenedZ) === Math.sign(z)
  return { ...result, prewhitened, p: agrees ? Math.max(p, prewhitened.p) : 1 }
}

/** S and its variance under independence, corrected for ties; null when all values are equal. */
function kendallScore(values: ArrayLike<number>): { readonly s: number; readonly variance: number } | null {
  const n = values.length
  const { falling, tied } = pairOrder(values)
  const s = (n * (n - 1)) / 2 - tied - 2 * falling
  const variance = (n * (n - 1) * (2 * n + 5) - tieTerm(values)) / 18
  return variance > 0 ? { s, variance } : null
}

/** Σ t(t − 1)(2t + 5) over groups of t tied values. */
function tieTerm(values: ArrayLike<number>): number {
  const { tieCorrection } = rankWithTies(values)
  // t(t − 1)(2t + 5) = 2(t³ − t) + 3(t² − t), and Σ(t² − t) is twice the number of tied pairs.
  return 2 * tieCorrection + 6 * pairOrder(values).tied
}

/** S less one for continuity, in its standard deviations. */
function standardScore(s: number, variance: number): number {
  return s === 0 || !(variance > 0) ? 0 : (s - Math.sign(s)) / Math.sqrt(variance)
}

/** n/n* of Hamed & Rao with the rank autocorrelations of an AR(1). */
function varianceInflation(n: number, autoregression: number): number {
  if (autoregression === 0 || n < 3) return 1
  let sum = 0
  let power = 1
  for (let lag = 1; lag < n - 2; lag++) {
    power *= autoregression
    if (power < 1e-12) break
    sum += (n - lag) * (n - lag - 1) * (n - lag - 2) * (6 / Math.PI) * Math.asin(power / 2)
  }
  return 1 + (2 * sum) / (n * (n - 1) * (n - 2))
}
