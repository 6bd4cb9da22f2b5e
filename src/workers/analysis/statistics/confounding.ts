/** Does a difference or correlation hold within the levels of a third thing? */
import type { Interval } from './correlation.ts'

export type Confounding = 'reversed' | 'explained' | 'attenuated' | 'held' | 'strengthened'

export interface Effect extends Interval {
  readonly value: number
}

/** More than half of the effect gone is attenuation worth telling. */
const attenuation = 0.5

/**
 * Compares an effect over all rows with the same effect within strata: reversed where the signs differ and both
 * intervals exclude 0; explained where the effect within, by its interval, may be nothing and over half is gone;
 * attenuated where over half is gone and some surely left; strengthened where it has at least doubled; else held. Only
 * meaningful where the effect over all rows excludes 0. O(1).
 */
export function confounding(overall: Effect, within: Effect): Confounding {
  const sure = ({ low, high }: Interval) => low > 0 || high < 0
  const kept = overall.value === 0 ? 1 : within.value / overall.value
  if (kept < 0 && sure(overall) && sure(within)) return 'reversed'
  if (kept < 1 - attenuation) return sure(within) && kept > 0 ? 'attenuated' : 'explained'
  return kept >= 2 ? 'strengthened' : 'held'
}
