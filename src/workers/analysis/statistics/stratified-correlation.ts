/** The correlation of two measures within the levels of a third thing. */
import { correlationP, fisherZInterval, type Interval } from './correlation.ts'

export interface StratifiedCorrelation extends Interval {
  /** Pearson's r of the values less the means of their strata. */
  readonly r: number
  readonly p: number
  readonly n: number
  /** Strata with two pairs or more. */
  readonly strata: number
}

/**
 * Partial correlation of x and y given the stratum of each pair (whole numbers from 0; below 0 is left out), with the
 * degrees of freedom that the strata's means cost. Give ranks for a rank correlation. Null below four pairs beyond the
 * strata or where either has no spread within them. O(n).
 *
 * Source: partial correlation after Fisher, Metron 3 (1924), for indicator variables.
 */
export function stratifiedCorrelation(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  strata: ArrayLike<number>,
  confidence = 0.95,
): StratifiedCorrelation | null {
  const n = Math.min(x.length, y.length, strata.length)
  let count = 0
  for (let index = 0; index < n; index++) count = Math.max(count, (strata[index] ?? -1) + 1)
  const sizes = new Float64Array(count)
  const meansX = new Float64Array(count)
  const meansY = new Float64Array(count)
  for (let index = 0; index < n; index++) {
    const stratum = strata[index] ?? -1
    if (stratum < 0) continue
    const size = (sizes[stratum] ?? 0) + 1
    sizes[stratum] = size
    meansX[stratum] = (meansX[stratum] ?? 0) + ((x[index] ?? 0) - (meansX[stratum] ?? 0)) / size
    meansY[stratum] = (meansY[stratum] ?? 0) + ((y[index] ?? 0) - (meansY[stratum] ?? 0)) / size
  }
  let squaresX = 0
  let squaresY = 0
  let products = 0
  for (let index = 0; index < n; index++) {
    const stratum = strata[index] ?? -1
    if (stratum < 0) continue
    const offX = (x[index] ?? 0) - (meansX[stratum] ?? 0)
    const offY = (y[index] ?? 0) - (meansY[stratum] ?? 0)
    squaresX += offX * offX
    squaresY += offY * offY
    products += offX * offY
  }
  const pairs = sizes.reduce((sum, size) => sum + (size >= 2 ? size : 0), 0)
  const filled = sizes.reduce((sum, size) => sum + (size >= 2 ? 1 : 0), 0)
  const effective = pairs - filled + 1
  const scale = Math.sqrt(squaresX) * Math.sqrt(squaresY)
  if (effective < 4 || !(scale > 0)) return null
  const r = Math.min(1, Math.max(-1, products / scale))
  const p = correlationP(r, effective)
  const interval = fisherZInterval(r, effective, confidence)
  return p === null || interval === null ? null : { r, p, n: pairs, strata: filled, ...interval }
}
