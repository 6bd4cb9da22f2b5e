/** Pearson and Spearman correlation with test and interval. */
import { ExactSum } from './exact-sum.ts'
import { exactMean } from './mean.ts'
import { normalQuantile } from './normal-distribution.ts'
import { ranks } from './ranks.ts'
import { studentTTwoSidedP } from './student-t-distribution.ts'

export interface Interval {
  readonly low: number
  readonly high: number
}

export interface PearsonResult extends Interval {
  readonly r: number
  readonly p: number
  readonly n: number
}

export interface SpearmanResult extends Interval {
  readonly rho: number
  readonly p: number
  readonly n: number
}

/**
 * Interval of a correlation on Fisher's z scale; `standardError` is that of z, 1/√(n − 3) for Pearson. Null below four
 * pairs unless a standard error is given.
 *
 * Source: Fisher, Metron 1 (1921). O(1).
 */
export function fisherZInterval(
  correlation: number,
  n: number,
  confidence = 0.95,
  standardError = n > 3 ? 1 / Math.sqrt(n - 3) : Number.NaN,
): Interval | null {
  if (!(standardError > 0)) return null
  const bounded = Math.min(1, Math.max(-1, correlation))
  const z = Math.atanh(bounded)
  const margin = normalQuantile(0.5 + confidence / 2) * standardError
  return { low: Math.tanh(z - margin), high: Math.tanh(z + margin) }
}

/** Two-sided p of a correlation over n pairs by Student's t with n − 2 degrees of freedom; null below three pairs. O(1). */
export function correlationP(correlation: number, n: number): number | null {
  if (n < 3) return null
  const remainder = (1 - correlation) * (1 + correlation)
  return remainder <= 0 ? 0 : studentTTwoSidedP(correlation * Math.sqrt((n - 2) / remainder), n - 2)
}

/** Pearson's r of paired finite values about exact means; null below two pairs or when either has no spread. O(n). */
export function pearsonCoefficient(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const n = Math.min(x.length, y.length)
  const centerX = exactMean(x)
  const centerY = exactMean(y)
  if (n < 2 || centerX === null || centerY === null) return null
  const squaresX = new ExactSum()
  const squaresY = new ExactSum()
  const products = new ExactSum()
  for (let index = 0; index < n; index++) {
    const deviationX = (x[index] ?? 0) - centerX.high - centerX.low
    const deviationY = (y[index] ?? 0) - centerY.high - centerY.low
    squaresX.addProduct(deviationX, deviationX)
    squaresY.addProduct(deviationY, deviationY)
    products.addProduct(deviationX, deviationY)
  }
  // One root of the product is exact more often, but the product may leave the range of a double.
  const product = squaresX.value * squaresY.value
  const inRange = product > 1e-290 && product < 1e300
  const scale = inRange ? Math.sqrt(product) : Math.sqrt(squaresX.value) * Math.sqrt(squaresY.value)
  if (!(scale > 0)) return null
  return Math.min(1, Math.max(-1, products.value / scale))
}

/**
 * Pearson's r over pairs of finite values of equal length, with Student's t test and Fisher's interval. Null below four
 * pairs or when either has no spread. O(n).
 */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): PearsonResult | null {
  const r = pearsonCoefficient(x, y)
  const n = x.length
  if (r === null) return null
  const p = correlationP(r, n)
  const interval = fisherZInterval(r, n, confidence)
  return p === null || interval === null ? null : { r, p, n, ...interval }
}

/** Interval of Bonett and Wright of a rank correlation over n pairs; null below four. O(1). */
export function spearmanInterval(rho: number, n: number, confidence = 0.95): Interval | null {
  return n < 4 ? null : fisherZInterval(rho, n, confidence, Math.sqrt((1 + (rho * rho) / 2) / (n - 3)))
}

/**
 * Spearman's ρ (Pearson's r of average ranks) with Student's t test and the interval of Bonett and Wright, whose
 * standard error on Fisher's scale is √((1 + ρ²/2)/(n − 3)). Null below four pairs or when either has no spread.
 *
 * Source: Bonett & Wright, Psychometrika 65 (2000). O(n log n).
 */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): SpearmanResult | null {
  return spearmanOfRanks(ranks(x), ranks(y), confidence)
}

/** As `spearman`, of average ranks that are known. O(n). */
export function spearmanOfRanks(x: ArrayLike<number>, y: ArrayLike<number>, confidence = 0.95): SpearmanResult | null {
  const rho = pearsonCoefficient(x, y)
  const n = x.length
  if (rho === null || n < 4) return null
  const p = correlationP(rho, n)
  const interval = spearmanInterval(rho, n, confidence)
  return p === null || interval === null ? null : { rho, p, n, ...interval }
}
