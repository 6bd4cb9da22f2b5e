/** The mean course of one cycle, and a series without it. */

/** Number of whole or partial values at each phase, and their mean; phases count from the first value. O(n). */
export function seasonProfile(values: ArrayLike<number>, period: number): Float64Array {
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  let total = 0
  for (let index = 0; index < values.length; index++) {
    const phase = index % period
    sums[phase] = (sums[phase] ?? 0) + (values[index] ?? 0)
    counts[phase] = (counts[phase] ?? 0) + 1
    total += values[index] ?? 0
  }
  const center = values.length > 0 ? total / values.length : 0
  return sums.map((sum, phase) => ((counts[phase] ?? 0) > 0 ? sum / (counts[phase] ?? 1) - center : 0))
}

/** Values less the profile of their phase. O(n). */
export function withoutSeason(values: ArrayLike<number>, profile: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value, index) => value - (profile[index % profile.length] ?? 0))
}

/** Values less a line of `slope` a step. O(n). */
export function withoutLine(values: ArrayLike<number>, slope: number): Float64Array {
  return Float64Array.from(values, (value, index) => value - slope * index)
}

/** Series deseasonalised by the mean course around its line; a copy where there is no season. O(n log n). */
export function deseasonalise(values: ArrayLike<number>, period: number | null, slope: number): Float64Array {
  if (period === null || values.length < 2 * period) return Float64Array.from(values)
  return withoutSeason(values, seasonProfile(withoutLine(values, slope), period))
}
