/** Is the largest shift of level in a series more than its own noise would show? */
import { withoutLevels } from './level-shifts.ts'
import { type FoundChange, type SimulatedChange, simulateChange } from './simulated-change.ts'

export interface SupF {
  /** F of the best single shift: (SSE without − SSE with) / (SSE with / (n − 2)). */
  readonly statistic: number
  /** First index after the shift. */
  readonly place: number
  /** Level after less level before, in the unit of the values. */
  readonly shift: number
}

/**
 * The single shift of the mean that fits best, with at least a share `trim` of the values (and three) on either side.
 * Null where there is no such place or no spread. O(n).
 *
 * Source: Andrews, Econometrica 61 (1993), with his trimming of .15 as the default.
 */
export function supF(values: ArrayLike<number>, trim = 0.15): SupF | null {
  const n = values.length
  const margin = Math.max(3, Math.ceil(trim * n))
  if (n < 2 * margin) return null
  let center = 0
  for (let index = 0; index < n; index++) center += ((values[index] ?? 0) - center) / (index + 1)
  let whole = 0
  let running = 0
  let place = margin
  let most = -1
  let shift = 0
  for (let index = 0; index < n; index++) {
    // What a shift here takes away, by the sum of the deviations before it: they sum to nothing in all.
    const gain = (running * running * n) / (index * (n - index))
    if (index >= margin && index <= n - margin && gain > most) {
      ;[most, place, shift] = [gain, index, (-running * n) / (index * (n - index))]
    }
    const deviation = (values[index] ?? 0) - center
    whole += deviation * deviation
    running += deviation
  }
  if (!(whole > 0)) return null
  const error = Math.max(whole - most, whole * 1e-14)
  return { statistic: ((whole - error) / error) * (n - 2), place, shift }
}

export interface SupFBootstrap extends SupF, SimulatedChange {}

/** p of the best shift against AR(1) noise without any. Null as `supF`. Source and cost: see `simulateChange`. */
export function supFBootstrap(
  values: ArrayLike<number>,
  { simulations = 999, seed = 1, trim = 0.15 } = {},
): SupFBootstrap | null {
  const found = supF(values, trim)
  if (found === null) return null
  const find = (series: ArrayLike<number>): FoundChange | null => {
    const best = supF(series, trim)
    return best === null ? null : { statistic: best.statistic, residuals: () => withoutLevels(series, [best.place]) }
  }
  const change = { statistic: found.statistic, residuals: () => withoutLevels(values, [found.place]) }
  return { ...found, ...simulateChange(values.length, change, find, simulations, seed, `shift, trim ${trim}`) }
}
