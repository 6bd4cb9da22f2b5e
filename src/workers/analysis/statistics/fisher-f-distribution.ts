/** Fisher's F distribution: its upper tail. */
import betainc from '@stdlib/math-base-special-betainc'
import { chiSquareUpperP } from './chi-square-distribution.ts'
import { studentTTwoSidedP } from './student-t-distribution.ts'

/**
 * P(F ≥ f) with degrees of freedom `df1` and `df2` > 0 (fractions allowed); NaN outside the domain.
 *
 * Source: Abramowitz & Stegun 26.6.2: I_x(df2/2, df1/2) with x = df2/(df2 + df1·f). O(1).
 */
export function fisherFUpperP(f: number, df1: number, df2: number): number {
  if (Number.isNaN(f) || !(df1 > 0) || !(df2 > 0)) return Number.NaN
  if (f <= 0) return 1
  if (f === Number.POSITIVE_INFINITY) return 0
  if (df1 === 1) return studentTTwoSidedP(Math.sqrt(f), df2)
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareUpperP(f * df1, df1)
  const ratio = (df1 * f) / df2
  // The smaller of x and 1 − x is the one formed without cancellation.
  if (ratio < 1) return betainc(ratio / (1 + ratio), df1 / 2, df2 / 2, true, true)
  return betainc(1 / (1 + ratio), df2 / 2, df1 / 2, true, false)
}
