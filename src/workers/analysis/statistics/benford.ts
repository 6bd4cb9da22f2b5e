/** Are first digits distributed as Benford's law has it? */
import { chiSquareUpperP } from './chi-square-distribution.ts'

export interface BenfordResult {
  /** Values that are not 0: only those have a first digit. */
  readonly n: number
  /** Shares of the first digits 1 to 9. */
  readonly shares: Float64Array
  /** Mean absolute deviation from Benford's shares. */
  readonly meanDeviation: number
  /** The mean absolute deviation that chance alone shows at this n. */
  readonly expectedDeviation: number
  /** χ² with 8 degrees of freedom; with many values, tiny deviations are significant: judge by the deviation. */
  readonly p: number
}

/**
 * First digits of finite values against log₁₀(1 + 1/d). Nigrini calls a mean deviation up to .006 close, up to .012
 * acceptable, up to .015 marginal. Null without values other than 0. O(n).
 *
 * Source: Benford (1938); Nigrini, Benford's Law (2012), table 7.1.
 */
export function benford(values: ArrayLike<number>): BenfordResult | null {
  const counts = new Float64Array(9)
  let n = 0
  for (let index = 0; index < values.length; index++) {
    const size = Math.abs(values[index] ?? 0)
    if (!(size > 0) || !Number.isFinite(size)) continue
    // Read off the decimal form: a division by a power of ten may round 9.99… up.
    const digit = Number(size.toExponential(14)[0])
    counts[digit - 1] = (counts[digit - 1] ?? 0) + 1
    n++
  }
  if (n === 0) return null
  let meanDeviation = 0
  let expectedDeviation = 0
  let statistic = 0
  counts.forEach((count, index) => {
    const expected = Math.log10(1 + 1 / (index + 1))
    meanDeviation += Math.abs(count / n - expected) / 9
    expectedDeviation += Math.sqrt((2 * expected * (1 - expected)) / (Math.PI * n)) / 9
    statistic += (count - n * expected) ** 2 / (n * expected)
  })
  const shares = counts.map((count) => count / n)
  return { n, shares, meanDeviation, expectedDeviation, p: chiSquareUpperP(statistic, 8) }
}
