/** How two measures go together, from their paired values. */

import { fastRanks } from '../ranks.ts'
import { type ClusterRobustCorrelation, clusterRobustCorrelation } from '../statistics/cluster-robust.ts'
import { pearsonCoefficient, spearman } from '../statistics/correlation.ts'
import { twelveDigits } from '../statistics/significant-digits.ts'
import { codesOf } from './codes.ts'
import type { Columns, Numbers } from './derived-function.ts'

export function correlationNumbers(columns: Columns): Numbers {
  const [x = [], y = []] = columns
  const { left, right } = pairs(x, y)
  const result = spearman(left, right)
  return {
    rho: result?.rho ?? null,
    rho_low: result?.low ?? null,
    rho_high: result?.high ?? null,
    p: result?.p ?? null,
    pearson: pearsonCoefficient(left, right),
    n: left.length,
  }
}

/** The same, with an interval and p that hold where rows of one key resemble each other; the third column is the key. */
export function keyedCorrelationNumbers(columns: Columns): Numbers {
  const [x = [], y = [], keys = []] = columns
  const numbers = correlationNumbers([x, y])
  const robust = keyedSpearman(x, y, codesOf(keys))
  return { ...numbers, rho_low: robust?.low ?? null, rho_high: robust?.high ?? null, p: robust?.p ?? null }
}

/** Spearman's ρ as the cluster-robust correlation of ranks; rows without a value or a key (a code below 0) are left out. */
export function keyedSpearman(
  x: ArrayLike<unknown>,
  y: ArrayLike<unknown>,
  codes: ArrayLike<number>,
): ClusterRobustCorrelation | null {
  const most = Math.min(x.length, y.length, codes.length)
  const [keptX, keptY, own] = [new Float64Array(most), new Float64Array(most), new Int32Array(most)]
  let count = 0
  for (let index = 0; index < most; index++) {
    const [a, b, code] = [x[index], y[index], codes[index] ?? -1]
    if (code < 0 || typeof a !== 'number' || typeof b !== 'number') continue
    if (!Number.isFinite(a) || !Number.isFinite(b)) continue
    keptX[count] = a
    keptY[count] = b
    own[count] = code
    count++
  }
  const { left, right } = pairs(keptX.subarray(0, count), keptY.subarray(0, count))
  return clusterRobustCorrelation(fastRanks(left), fastRanks(right), own.subarray(0, count))
}

/** Pairs of which both are finite numbers, rounded as series are, so that noise in the last bit makes no ranks. */
export function pairs(
  x: ArrayLike<unknown>,
  y: ArrayLike<unknown>,
): { readonly left: Float64Array; readonly right: Float64Array } {
  const most = Math.min(x.length, y.length)
  const left = new Float64Array(most)
  const right = new Float64Array(most)
  let count = 0
  for (let index = 0; index < most; index++) {
    const a = x[index]
    const b = y[index]
    if (typeof a !== 'number' || typeof b !== 'number' || !Number.isFinite(a) || !Number.isFinite(b)) continue
    left[count] = Number.isInteger(a) ? a : twelveDigits(a)
    right[count] = Number.isInteger(b) ? b : twelveDigits(b)
    count++
  }
  return { left: left.subarray(0, count), right: right.subarray(0, count) }
}
