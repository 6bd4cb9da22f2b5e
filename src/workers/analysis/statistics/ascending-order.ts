/** The order in which values ascend: the base of every rank. */

/** Below, comparing is quicker than counting digits. */
const leastCounted = 128
const bitsPerDigit = 11
const buckets = 1 << bitsPerDigit
const digits = Math.ceil(64 / bitsPerDigit)

/**
 * Indices of the values in ascending order; equal values (0 and −0 are) keep the order of `start`, all indices, by
 * default ascending; NaN comes last.
 *
 * Radix sort of the bits of the doubles, least digits first, of which those that are alike in all values (as the low
 * ones of integers are) are left out: a tenth of the time of a sort that compares. O(n).
 */
export function ascendingOrder(values: ArrayLike<number>, start?: Uint32Array): Uint32Array {
  const n = values.length
  const order = start === undefined ? Uint32Array.from({ length: n }, (_, index) => index) : start.slice()
  if (n < leastCounted) {
    return order.sort((left, right) => compared(values[left] ?? Number.NaN, values[right] ?? Number.NaN))
  }
  const { low, high } = sortableBits(values)
  const counts = digitCounts(low, high)
  let from = order
  let to = new Uint32Array(n)
  for (const [digit, ends] of counts.entries()) {
    if (!placesOf(ends, n)) continue
    for (let position = 0; position < n; position++) {
      const index = from[position] ?? 0
      const bucket = digitOf(low[index] ?? 0, high[index] ?? 0, digit)
      const place = ends[bucket] ?? 0
      ends[bucket] = place + 1
      to[place] = index
    }
    ;[from, to] = [to, from]
  }
  return from
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

/** Digit from the least: three of the low half, three of the high one (the last of each has ten bits). */
function digitOf(low: number, high: number, digit: number): number {
  const half = digit < digits / 2 ? low : high
  return (half >>> ((digit % (digits / 2)) * bitsPerDigit)) & (buckets - 1)
}

function digitCounts(low: Uint32Array, high: Uint32Array): Uint32Array[] {
  const counts = Array.from({ length: digits }, () => new Uint32Array(buckets))
  for (const [digit, own] of counts.entries()) {
    for (let index = 0; index < low.length; index++) {
      const bucket = digitOf(low[index] ?? 0, high[index] ?? 0, digit)
      own[bucket] = (own[bucket] ?? 0) + 1
    }
  }
  return counts
}

/** Turns counts into the first place of each bucket. False where one bucket holds all of `n`. */
function placesOf(counts: Uint32Array, n: number): boolean {
  let before = 0
  for (let bucket = 0; bucket < counts.length; bucket++) {
    const count = counts[bucket] ?? 0
    if (count === n) return false
    counts[bucket] = before
    before += count
  }
  return true
}
