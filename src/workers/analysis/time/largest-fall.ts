/** The largest fall of a series from a peak to what followed it, and of several series at once. */

export interface Fall {
  /** Indices of where it began and ended. */
  readonly peak: number
  readonly trough: number
}

/**
 * The largest fall, as a ratio, from a value to a later one (maximum drawdown); null where nothing falls, and for values
 * that are not all above zero.
 *
 * Source: Magdon-Ismail & Atiya, Maximum drawdown, Risk 17 (2004). O(n).
 */
export function largestFall(values: Float64Array): Fall | null {
  if (!values.every((value) => value > 0)) return null
  let [peak, best] = [0, 0]
  let found: Fall | null = null
  for (let index = 1; index < values.length; index++) {
    const [highest, here] = [values[peak] ?? 0, values[index] ?? 0]
    if (here >= highest) {
      peak = index
      continue
    }
    const size = Math.log(highest / here)
    if (size > best) {
      best = size
      found = { peak, trough: index }
    }
  }
  return found
}

/**
 * The window in which all of several series fell and the middle one of them fell most, as a ratio. Series are of the same
 * steps, their values above zero, NaN where there is none; of a window that fewer than `least` of them span nothing is
 * said. O(n² · k).
 */
export function commonFall(series: readonly Float64Array[], least: number): Fall | null {
  const length = Math.max(0, ...series.map((one) => one.length))
  let best = 0
  let found: Fall | null = null
  for (let peak = 0; peak < length; peak++) {
    for (let trough = peak + 1; trough < length; trough++) {
      const falls = fallsWithin(series, { peak, trough })
      if (falls === null || falls.length < least) continue
      const middle = falls[Math.floor(falls.length / 2)] ?? 0
      if (middle > best) {
        best = middle
        found = { peak, trough }
      }
    }
  }
  return found
}

/** Logarithms of the falls in order of size; null where one of them did not fall. */
function fallsWithin(series: readonly Float64Array[], { peak, trough }: Fall): number[] | null {
  const falls: number[] = []
  for (const values of series) {
    const [first, last] = [values[peak] ?? Number.NaN, values[trough] ?? Number.NaN]
    if (Number.isNaN(first) || Number.isNaN(last)) continue
    if (last >= first) return null
    falls.push(Math.log(first / last))
  }
  return falls.sort((left, right) => left - right)
}

/** Root mean square of the steps from each value to the next; holes (NaN) are passed over. 0 without steps. O(n). */
export function typicalStep(values: ArrayLike<number>): number {
  let [sum, steps] = [0, 0]
  for (let index = 1; index < values.length; index++) {
    const step = (values[index] ?? Number.NaN) - (values[index - 1] ?? Number.NaN)
    if (Number.isNaN(step)) continue
    sum += step * step
    steps++
  }
  return steps === 0 ? 0 : Math.sqrt(sum / steps)
}
