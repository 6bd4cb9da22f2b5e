/** Hartigan's dip: how far is a set of values from having one peak? */
import { ascendingOf } from './quantiles.ts'

export interface DipResult {
  /** Largest distance between the share of values and the nearest single-peaked distribution, 1/(2n) to 1/4. */
  readonly dip: number
  /** Bounds of the interval in which the nearest distribution has its peak, in the unit of the values. */
  readonly modalLow: number
  readonly modalHigh: number
}

/**
 * Dip statistic of finite values; null below four values or without spread. O(n log n).
 *
 * Source: Hartigan & Hartigan, Ann. Statist. 13 (1985); algorithm AS 217 of P. M. Hartigan, Applied Statistics 34 (1985).
 */
export function hartiganDip(values: ArrayLike<number>): DipResult | null {
  const x = ascendingOf(values)
  const n = x.length
  if (n < 4 || x[0] === x[n - 1]) return null
  const minorant = hull(x, 1)
  const majorant = hull(x, -1)
  let low = 0
  let high = n - 1
  // Twice the dip in steps of 1/n.
  let dip = 1
  for (;;) {
    const below = chain(minorant, high, low)
    const above = chain(majorant, low, high)
    const gap = largestGap(x, below, above)
    if (gap.distance < dip) break
    // Outside the new modal interval the fit must be convex on the left and concave on the right.
    const left = largestFit(x, below, gap.low, 1)
    const right = largestFit(x, above, gap.high, -1)
    dip = Math.max(dip, left, right)
    if (gap.low === low && gap.high === high) break
    low = gap.low
    high = gap.high
  }
  return { dip: dip / (2 * n), modalLow: x[low] ?? 0, modalHigh: x[high] ?? 0 }
}

/**
 * For each place the next one on the hull through it: the greatest convex minorant looking back (side 1) or the least
 * concave majorant looking ahead (side −1) of the points (xᵢ, i).
 */
function hull(x: Float64Array, side: 1 | -1): Int32Array {
  const n = x.length
  const next = new Int32Array(n)
  const first = side === 1 ? 0 : n - 1
  const last = n - 1 - first
  next[first] = first
  for (let place = first + side; place - side !== last; place += side) {
    next[place] = place - side
    for (;;) {
      const near = next[place] ?? first
      if (near === first) break
      const far = next[near] ?? first
      const a = (x[place] ?? 0) - (x[near] ?? 0)
      const b = (x[near] ?? 0) - (x[far] ?? 0)
      // The nearer point is on the hull only while the slope keeps rising (or falling) towards the place.
      if (a * (near - far) < b * (place - near)) break
      next[place] = far
    }
  }
  return next
}

/** Places of the hull from `start` until it passes `end`, in its own direction; the end itself is always last. */
function chain(next: Int32Array, start: number, end: number): number[] {
  const places = [start]
  const direction = Math.sign(end - start)
  for (let place = start; (end - place) * direction > 0; ) {
    place = next[place] ?? end
    places.push((end - place) * direction < 0 ? end : place)
  }
  return places
}

interface Gap {
  readonly distance: number
  readonly low: number
  readonly high: number
}

/** Largest distance between both hulls within the modal interval, and the touch points on either side of it. */
function largestGap(x: Float64Array, below: readonly number[], above: readonly number[]): Gap {
  let ix = below.length - 2
  let iv = 1
  let best: Gap = { distance: 0, low: below.at(-1) ?? 0, high: above.at(-1) ?? 0 }
  if (below.length === 2 && above.length === 2) return { ...best, distance: 1 }
  for (;;) {
    const g = below[ix] ?? 0
    const l = above[iv] ?? 0
    let distance: number
    if (g > l) {
      // A corner of the majorant, against the edge of the minorant over it.
      const before = below[ix + 1] ?? 0
      const span = (x[g] ?? 0) - (x[before] ?? 0)
      distance = l - before + 1 - (((x[l] ?? 0) - (x[before] ?? 0)) * (g - before)) / span
      iv++
      if (distance >= best.distance) best = { distance, low: below[ix + 1] ?? 0, high: l }
    } else {
      const before = above[iv - 1] ?? 0
      const span = (x[l] ?? 0) - (x[before] ?? 0)
      distance = (((x[g] ?? 0) - (x[before] ?? 0)) * (l - before)) / span - (g - before - 1)
      ix--
      if (distance >= best.distance) best = { distance, low: below[ix + 1] ?? 0, high: above[iv] ?? 0 }
    }
    ix = Math.max(0, ix)
    iv = Math.min(above.length - 1, iv)
    if ((below[ix] ?? 0) === (above[iv] ?? 0)) return best
  }
}

/** Largest distance of the points from the hull on the far side of the modal interval. */
function largestFit(x: Float64Array, places: readonly number[], from: number, side: 1 | -1): number {
  let most = 0
  for (let corner = places.indexOf(from); corner >= 0 && corner + 1 < places.length; corner++) {
    const end = places[corner] ?? 0
    const start = places[corner + 1] ?? 0
    const [left, right] = side === 1 ? [start, end] : [end, start]
    if (right - left <= 1 || x[left] === x[right]) continue
    const slope = (right - left) / ((x[right] ?? 0) - (x[left] ?? 0))
    for (let index = left; index <= right; index++) {
      const line = ((x[index] ?? 0) - (x[left] ?? 0)) * slope
      const distance = side === 1 ? index - left + 1 - line : line - (index - left - 1)
      most = Math.max(most, distance)
    }
  }
  return most
}
