/** Student's t distribution: tails and quantiles. */
import betainc from '@stdlib/math-base-special-betainc'
import { normalQuantile, normalTwoSidedP } from './normal-distribution.ts'

/**
 * P(|T| ≥ |t|) with `degreesOfFreedom` > 0 (fractions allowed; ∞ is the normal); NaN outside the domain.
 *
 * Source: Abramowitz & Stegun 26.7.1: I_x(df/2, 1/2) with x = df/(df + t²). O(1).
 */
export function studentTTwoSidedP(t: number, degreesOfFreedom: number): number {
  if (Number.isNaN(t) || !(degreesOfFreedom > 0)) return Number.NaN
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalTwoSidedP(t)
  if (!Number.isFinite(t)) return 0
  // Cauchy: the general form loses digits near p = 1.
  if (degreesOfFreedom === 1) return (2 / Math.PI) * Math.atan2(1, Math.abs(t))
  const ratio = (t * t) / degreesOfFreedom
  // The smaller of x and 1 − x is the one formed without cancellation.
  if (ratio < 1) return betainc(ratio / (1 + ratio), 0.5, degreesOfFreedom / 2, true, true)
  return betainc(1 / (1 + ratio), degreesOfFreedom / 2, 0.5, true, false)
}

/**
 * The t with P(T ≤ t) = p; −∞ at 0, ∞ at 1, NaN outside the domain. Secant steps on the logarithms of tail and
 * t, kept inside a bracket, until the tail agrees to 1 part in 10¹⁴. O(1), some seven evaluations of the tail.
 */
export function studentTQuantile(p: number, degreesOfFreedom: number): number {
  if (!(p >= 0 && p <= 1) || !(degreesOfFreedom > 0)) return Number.NaN
  if (p === 0.5) return 0
  if (p > 0.5) return -lowerTailQuantile(1 - p, degreesOfFreedom)
  return lowerTailQuantile(p, degreesOfFreedom)
}

/** Of the logarithm of t. */
const shortestSecant = 1e-7

function lowerTailQuantile(p: number, degreesOfFreedom: number): number {
  if (p === 0) return Number.NEGATIVE_INFINITY
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(p)
  const target = Math.log(2 * p)
  const logTail = (logT: number) => Math.log(studentTTwoSidedP(Math.exp(logT), degreesOfFreedom)) - target
  let low = -745
  let high = 709
  let logT = Math.log(-normalQuantile(p))
  let before = logT - 1e-3
  let errorBefore = logTail(before)
  let slope = Number.NaN
  for (let step = 0; step < 200; step++) {
    const error = logTail(logT)
    if (error > 0) low = logT
    else high = logT
    if (Math.abs(error) < 1e-15 || high - low < 1e-16 * Math.abs(logT)) break
    // Of points closer together, the difference of the tails is rounding.
    if (!(Math.abs(logT - before) < shortestSecant)) slope = (error - errorBefore) / (logT - before)
    before = logT
    errorBefore = error
    // Where a tail leaves the range of a double, the secant says nothing.
    const next = Number.isFinite(slope) ? logT - error / slope : Number.NaN
    if (next === logT) break
    logT = next > low && next < high ? next : (low + high) / 2
  }
  return -Math.exp(logT)
}
