/** The order in which values ascend: the base of every rank. */

/** Below, comparing is quicker than counting digits. */
const leastCounted = 128
const bitsPerDigit = 11
const buckets = 1 << bitsPerDigit
const shifts = [0, bitsPerDigit, 2 * bitsPerDigit] as const
/** Values alike in their high bits that are put in order by moving one at a time; more are sorted by all their bits. */
const mostMoved = 24

/**
 * Indices of the values in ascending order; equal values (0 and −0 are) keep the order of `start`, all indices, by
 * default ascending; NaN comes last.
 *
 * Radix sort of the bits of the doubles, least digits first: a tenth of the time of a sort that compares. The low half
 * of the bits is left out where it is nothing, as in integers, or decides between few values. O(n).
 */
export function ascendingOrder(values: ArrayLike<number>, start?: Uint32Array): Uint32Array {
  const n = values.length
  const order = start === undefined ? ascendingIndices(n) : start.slice()
  if (n < leastCounted) {
    return order.sort((left, right) => compared(values[left] ?? Number.NaN, values[right] ?? Number.NaN))
  }
  const { low, high } = sortableBits(values)
  const byHigh = sortedBy(high, order)
  if (settleByLow(byHigh, low, high)) return byHigh
  return sortedBy(high, sortedBy(low, order))
}

function ascendingIndices(n: number): Uint32Array {
  const indices = new Uint32Array(n)
  for (let index = 0; index < n; index++) indices[index] = index
  return indices
}

function compared(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : 1
  return Number.isNaN(right) ? -1 : left - right
}

/** The bits of each double in two halves, turned so that they ascend as the values do. */
function sortableBits(values: ArrayLike<number>): { readonly low: Uint32Array; readonly high: Uint32Array } {
  const n = values.length
  const low = new Uint32Array(n)
  const high = new Uint32Array(n)
  const value = new Float64Array(1)
  const halves = new Uint32Array(value.buffer)
  for (let index = 0; index < n; index++) {
    // Adding 0 turns −0 into 0.
    const one = (values[index] ?? Number.NaN) + 0
    value[0] = one
    const [lowHalf, highHalf] = [halves[0] ?? 0, halves[1] ?? 0]
    const flipped = highHalf >>> 31 === 1 ? 0xffffffff : 0
    low[index] = Number.isNaN(one) ? 0xffffffff : lowHalf ^ flipped
    high[index] = Number.isNaN(one) ? 0xffffffff : highHalf ^ (flipped | 0x80000000)
  }
  return { low, high }
}

/** The indices of `order` by their keys, stably; a new array. */
function sortedBy(keys: Uint32Array, order: Uint32Array): Uint32Array {
  const n = order.length
  let from = order
  let to: Uint32Array = new Uint32Array(n)
  for (const shift of shifts) {
    const places = firstPlaces(keys, shift)
    if (places === null) continue
    for (let position = 0; position < n; position++) {
      const index = from[position] ?? 0
      const bucket = ((keys[index] ?? 0) >>> shift) & (buckets - 1)
      const place = places[bucket] ?? 0
      places[bucket] = place + 1
      to[place] = index
    }
    const free: Uint32Array = from === order ? new Uint32Array(n) : from
    from = to
    to = free
  }
  return from === order ? order.slice() : from
}

/** The first place of each bucket of a digit; null where one bucket holds all keys. */
function firstPlaces(keys: Uint32Array, shift: number): Uint32Array | null {
  const counts = new Uint32Array(buckets)
  for (let index = 0; index < keys.length; index++) {
    const bucket = ((keys[index] ?? 0) >>> shift) & (buckets - 1)
    counts[bucket] = (counts[bucket] ?? 0) + 1
  }
  let before = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    const count = counts[bucket] ?? 0
    if (count === keys.length) return null
    counts[bucket] = before
    before += count
  }
  return counts
}

/**
 * Puts indices that are alike in `high` in the order of `low`, in place; false, with some done, where too many are. Those
 * alike in both stay as they are.
 */
function settleByLow(order: Uint32Array, low: Uint32Array, high: Uint32Array): boolean {
  const n = order.length
  for (let start = 0; start < n; ) {
    const key = high[order[start] ?? 0]
    let end = start + 1
    let ordered = true
    while (end < n && high[order[end] ?? 0] === key) {
      if ((low[order[end] ?? 0] ?? 0) < (low[order[end - 1] ?? 0] ?? 0)) ordered = false
      end++
    }
    if (!ordered) {
      if (end - start > mostMoved) return false
      for (let position = start + 1; position < end; position++) {
        const index = order[position] ?? 0
        const own = low[index] ?? 0
        let place = position
        for (; place > start && (low[order[place - 1] ?? 0] ?? 0) > own; place--) order[place] = order[place - 1] ?? 0
        order[place] = index
      }
    }
    start = end
  }
  return true
}
