/** A series without its season, which may swing by amounts or in proportion to the level. */
import { moments } from '../statistics/moments.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { deseasonalise } from './season-profile.ts'

export interface Deseasonalised {
  readonly values: Float64Array
  /** Whether the season was taken out as a share of the level, so that its swings grow with it. */
  readonly proportional: boolean
}

/**
 * Whichever of the two ways leaves neighbouring values closer together; in proportion only where all values are above
 * zero. O(n log n).
 */
export function withoutItsSeason(values: Float64Array, period: number | null): Deseasonalised {
  const byAmount = deseasonalise(values, period, medianSlope(values) ?? 0)
  if (period === null || values.length < 2 * period || !values.every((value) => value > 0)) {
    return { values: byAmount, proportional: false }
  }
  const logs = values.map(Math.log)
  const byShare = deseasonalise(logs, period, medianSlope(logs) ?? 0).map(Math.exp)
  return roughness(byShare) < roughness(byAmount)
    ? { values: byShare, proportional: true }
    : { values: byAmount, proportional: false }
}

function roughness(values: Float64Array): number {
  return moments(values.slice(1).map((value, index) => value - (values[index] ?? 0)))?.sd ?? 0
}
