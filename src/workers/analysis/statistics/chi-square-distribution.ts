/** The chi-square distribution: its upper tail. */
import gammainc from '@stdlib/math-base-special-gammainc'

/**
 * P(X ≥ x) with `degreesOfFreedom` > 0; NaN outside the domain.
 *
 * Source: Abramowitz & Stegun 26.4.19: Q(df/2, x/2), the regularised upper incomplete gamma function. O(1).
 */
export function chiSquareUpperP(x: number, degreesOfFreedom: number): number {
  if (Number.isNaN(x) || !(degreesOfFreedom > 0)) return Number.NaN
  if (x <= 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  return gammainc(x / 2, degreesOfFreedom / 2, true, true)
}
