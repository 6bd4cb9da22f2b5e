/** The step to which values were rounded before we saw them. */

const mostDecimals = 6

/** The largest power of ten, 1 at most, of which all values are whole multiples; 0 where they have no common one. O(n). */
export function roundingStep(values: ArrayLike<number>): number {
  let decimals = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    while (decimals <= mostDecimals && !isWhole(value * 10 ** decimals)) decimals++
    if (decimals > mostDecimals) return 0
  }
  return 10 ** -decimals
}

/** Within the error of a few sums of doubles. */
function isWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) <= 1e-12 * Math.max(1, Math.abs(value))
}
