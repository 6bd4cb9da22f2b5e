/** A series with its single wild values pulled in, so that they bend no line that is fitted to it. */
import { robustSd } from './modified-z-scores.ts'
import { median } from './quantiles.ts'

/** Neighbours on each side whose median stands for the value between them: it follows steps and slopes. */
const reach = 3
/** Robust standard deviations from that median beyond which a value is pulled in. */
const limit = 4

/**
 * Values no further than four robust standard deviations (of all such distances) from the median of their neighbours;
 * unchanged where most of them lie on it. O(n).
 *
 * Source: Hampel, JASA 69 (1974); Davies & Gather, JASA 88 (1993).
 */
export function withoutWildValues(values: Float64Array): Float64Array {
  const middles = values.map((_, index) => median(values.subarray(Math.max(0, index - reach), index + reach + 1)) ?? 0)
  const distances = values.map((value, index) => value - (middles[index] ?? 0))
  const sd = robustSd(distances)
  if (sd === null || !(sd > 0)) return values
  return middles.map((middle, index) => {
    const distance = distances[index] ?? 0
    return middle + Math.sign(distance) * Math.min(Math.abs(distance), limit * sd)
  })
}
