/** How two measures go together, from their paired values. */

import { pearsonCoefficient, spearman } from '../statistics/correlation.ts'
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
    left[count] = Number.isInteger(a) ? a : Number(a.toPrecision(12))
    right[count] = Number.isInteger(b) ? b : Number(b.toPrecision(12))
    count++
  }
  return { left: left.slice(0, count), right: right.slice(0, count) }
}
