/** Means, slopes and correlations of rows that come in clusters (customers, patients, sensors). */
import type { Interval } from './correlation.ts'
import { studentTQuantile, studentTTwoSidedP } from './student-t-distribution.ts'

export interface ClusterRobustResult extends Interval {
  /** Difference of means, or slope: in the unit of y (a unit of x). */
  readonly estimate: number
  readonly standardError: number
  readonly p: number
  readonly clusters: number
  /** Variance by clusters over what independent rows would have. */
  readonly designEffect: number
}

/**
 * Least-squares slope of y on x with a variance that holds when rows of one cluster resemble each other; with x of 0
 * and 1 it is the difference of two means. `clusters` are whole numbers from 0, one a row. Student's t with (clusters −
 * 1) degrees of freedom, for x that only varies between clusters as well as within; with fewer than about ten clusters
 * p is still a little small. Null with fewer than three clusters, or where x or the residuals have no spread. O(n).
 *
 * Source: Liang & Zeger, Biometrika 73 (1986); small-sample factor G/(G − 1)·(n − 1)/(n − 2) and t(G − 1) after Cameron
 * & Miller, J. Human Resources 50 (2015).
 */
export function clusterRobustSlope(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  clusters: ArrayLike<number>,
  confidence = 0.95,
): ClusterRobustResult | null {
  const n = Math.min(x.length, y.length, clusters.length)
  let meanX = 0
  let meanY = 0
  for (let index = 0; index < n; index++) {
    meanX += ((x[index] ?? 0) - meanX) / (index + 1)
    meanY += ((y[index] ?? 0) - meanY) / (index + 1)
  }
  let squares = 0
  let products = 0
  let count = 0
  for (let index = 0; index < n; index++) {
    squares += ((x[index] ?? 0) - meanX) ** 2
    products += ((x[index] ?? 0) - meanX) * ((y[index] ?? 0) - meanY)
    count = Math.max(count, (clusters[index] ?? 0) + 1)
  }
  if (!(squares > 0) || n < 4) return null
  const estimate = products / squares
  const scores = new Float64Array(count)
  const sizes = new Float64Array(count)
  let naive = 0
  for (let index = 0; index < n; index++) {
    const offX = (x[index] ?? 0) - meanX
    const residual = (y[index] ?? 0) - meanY - estimate * offX
    const cluster = clusters[index] ?? 0
    scores[cluster] = (scores[cluster] ?? 0) + offX * residual
    sizes[cluster] = (sizes[cluster] ?? 0) + 1
    naive += (offX * residual) ** 2
  }
  const filled = sizes.reduce((sum, size) => sum + Number(size > 0), 0)
  if (filled < 3) return null
  const meat = scores.reduce((sum, score) => sum + score * score, 0)
  const variance = ((filled / (filled - 1)) * ((n - 1) / (n - 2)) * meat) / (squares * squares)
  const standardError = Math.sqrt(variance)
  if (!(standardError > 0)) return null
  const freedom = filled - 1
  const margin = studentTQuantile(0.5 + confidence / 2, freedom) * standardError
  return {
    estimate,
    standardError,
    p: studentTTwoSidedP(estimate / standardError, freedom),
    low: estimate - margin,
    high: estimate + margin,
    clusters: filled,
    designEffect: meat / naive,
  }
}

export interface ClusterRobustCorrelation extends Interval {
  readonly r: number
  readonly p: number
  readonly clusters: number
}

/**
 * Pearson's r with p and interval that hold when rows of one cluster resemble each other: the slope of standardised y on
 * standardised x, the interval on Fisher's scale. Null as `clusterRobustSlope`. O(n).
 */
export function clusterRobustCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  clusters: ArrayLike<number>,
  confidence = 0.95,
): ClusterRobustCorrelation | null {
  const [left, right] = [standardised(x), standardised(y)]
  const slope = left === null || right === null ? null : clusterRobustSlope(left, right, clusters, confidence)
  if (slope === null) return null
  const r = Math.min(1, Math.max(-1, slope.estimate))
  // The delta method takes the error from the scale of r to that of atanh r.
  const reach = studentTQuantile(0.5 + confidence / 2, slope.clusters - 1)
  const margin = (reach * slope.standardError) / Math.max(1 - r * r, 1e-12)
  const z = Math.atanh(r)
  return { r, p: slope.p, clusters: slope.clusters, low: Math.tanh(z - margin), high: Math.tanh(z + margin) }
}

function standardised(values: ArrayLike<number>): Float64Array | null {
  const n = values.length
  let mean = 0
  for (let index = 0; index < n; index++) mean += ((values[index] ?? 0) - mean) / (index + 1)
  let squares = 0
  for (let index = 0; index < n; index++) squares += ((values[index] ?? 0) - mean) ** 2
  const sd = Math.sqrt(squares / n)
  return sd > 0 ? Float64Array.from(values, (value) => (value - mean) / sd) : null
}
