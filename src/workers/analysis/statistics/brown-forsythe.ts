/** Brown–Forsythe: do groups differ in spread? */
import { type AnovaResult, oneWayAnova } from './one-way-anova.ts'
import { median } from './quantiles.ts'

/**
 * Analysis of variance of the absolute distances from each group's median; robust against heavy tails and skew. Null
 * where that analysis has no answer (see `oneWayAnova`).
 *
 * Source: Brown & Forsythe, JASA 69 (1974). O(n log n).
 */
export function brownForsythe(groups: readonly ArrayLike<number>[]): AnovaResult | null {
  const distances = groups.map((group) => {
    const center = median(group) ?? 0
    return Float64Array.from(group, (value) => Math.abs(value - center))
  })
  return oneWayAnova(distances)
}
