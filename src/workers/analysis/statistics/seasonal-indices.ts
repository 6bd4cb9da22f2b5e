/** The fixed season of a series, added or multiplied, by classical decomposition. */

export type SeasonKind = 'additive' | 'multiplicative'

/**
 * One index a phase, phases counted from the first value: additive ones sum to 0 in the unit of the values,
 * multiplicative ones have mean 1. Ratios to (or differences from) the centred moving average, averaged by phase. Null
 * with a period below 2, fewer than two cycles, or a multiplicative season of values that are not all above 0. O(n).
 *
 * Source: Persons (1919); as R's `decompose`.
 */
export function seasonalIndices(values: ArrayLike<number>, period: number, kind: SeasonKind): Float64Array | null {
  const n = values.length
  if (!Number.isInteger(period) || period < 2 || n < 2 * period) return null
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  const half = Math.floor(period / 2)
  for (let index = half; index < n - half; index++) {
    const value = values[index] ?? 0
    const level = centredAverage(values, index, period)
    if (kind === 'multiplicative' && !(level > 0 && value > 0)) return null
    const phase = index % period
    sums[phase] = (sums[phase] ?? 0) + (kind === 'additive' ? value - level : value / level)
    counts[phase] = (counts[phase] ?? 0) + 1
  }
  if (kind === 'multiplicative') for (let index = 0; index < n; index++) if (!((values[index] ?? 0) > 0)) return null
  const indices = sums.map((sum, phase) => sum / (counts[phase] ?? 1))
  const mean = indices.reduce((sum, value) => sum + value, 0) / period
  return indices.map((value) => (kind === 'additive' ? value - mean : value / mean))
}

/** Mean over one period around `index`; of an even period, the two ends count half. */
function centredAverage(values: ArrayLike<number>, index: number, period: number): number {
  const half = Math.floor(period / 2)
  let sum = 0
  for (let offset = -half; offset <= half; offset++) {
    const weight = period % 2 === 0 && Math.abs(offset) === half ? 0.5 : 1
    sum += weight * (values[index + offset] ?? 0)
  }
  return sum / period
}
