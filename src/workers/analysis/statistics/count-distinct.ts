/** How many different values a column holds. */

/** Values of a part, on average: its table of twice as many slots stays in the processor's nearest cache. */
const valuesPerPart = 1_024
const mostParts = 1_024
/** Whole numbers over so wide a range at most are ticked off one by one. */
const widestTicked = 2 ** 23

/**
 * Number of different values (NaN left out; 0 and −0 are one), exactly. Whole numbers of a small range are ticked off;
 * others are parted by their hash, and each part is counted in an open-addressing table of the values themselves: one
 * table of all would miss the cache with every value. O(n) time, 8 bytes a value.
 */
export function countDistinct(values: Float64Array): number {
  const range = rangeOfIntegers(values)
  return range === null ? countByParts(values) : countTicked(values, range)
}

interface Range {
  readonly min: number
  readonly max: number
}

/** Null where values are not whole, or too far apart. */
function rangeOfIntegers(values: Float64Array): Range | null {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value)) continue
    if (!Number.isInteger(value)) return null
    if (value < min) min = value
    if (value > max) max = value
  }
  return max >= min && max - min < Math.min(widestTicked, 64 * values.length) ? { min, max } : null
}

function countTicked(values: Float64Array, { min, max }: Range): number {
  const met = new Uint8Array(max - min + 1)
  let count = 0
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? Number.NaN
    if (Number.isNaN(value) || met[value - min] === 1) continue
    met[value - min] = 1
    count++
  }
  return count
}

function countByParts(values: Float64Array): number {
  let bits = 0
  while (2 ** bits < mostParts && values.length > valuesPerPart * 2 ** bits) bits++
  const parts = 2 ** bits
  const hasher = new Hasher()
  const sizes = new Uint32Array(parts)
  for (let index = 0; index < values.length; index++) {
    const value = (values[index] ?? Number.NaN) + 0
    if (Number.isNaN(value)) continue
    const part = hasher.hash(value) & (parts - 1)
    sizes[part] = (sizes[part] ?? 0) + 1
  }
  const ends = new Uint32Array(parts)
  let [before, largest] = [0, 0]
  for (let part = 0; part < parts; part++) {
    ends[part] = before
    before += sizes[part] ?? 0
    largest = Math.max(largest, sizes[part] ?? 0)
  }
  const parted = new Float64Array(before)
  for (let index = 0; index < values.length; index++) {
    // Adding 0 turns −0 into 0.
    const value = (values[index] ?? Number.NaN) + 0
    if (Number.isNaN(value)) continue
    const part = hasher.hash(value) & (parts - 1)
    const place = ends[part] ?? 0
    ends[part] = place + 1
    parted[place] = value
  }
  const tables = new Float64Array(slotsFor(largest))
  let count = 0
  for (let part = 0; part < parts; part++) {
    const size = sizes[part] ?? 0
    const end = ends[part] ?? 0
    // As long as the part needs it: where one value fills half of the column, one part is long and the others are not.
    const table = tables.subarray(0, slotsFor(size))
    count += countInTable(parted, end - size, end, table, hasher, bits)
  }
  return count
}

/** A power of two, at least twice as many as there are values. */
function slotsFor(values: number): number {
  let slots = 16
  while (slots < 2 * values) slots *= 2
  return slots
}

/** Of the values from `start` to before `end`, whose hashes agree in their last `bits`. */
function countInTable(
  values: Float64Array,
  start: number,
  end: number,
  table: Float64Array,
  hasher: Hasher,
  bits: number,
): number {
  table.fill(Number.NaN)
  const mask = table.length - 1
  let count = 0
  for (let index = start; index < end; index++) {
    const wanted = values[index] ?? 0
    let slot = (hasher.hash(wanted) >>> bits) & mask
    for (;;) {
      const held = table[slot] ?? 0
      if (held === wanted) break
      if (Number.isNaN(held)) {
        table[slot] = wanted
        count++
        break
      }
      slot = (slot + 1) & mask
    }
  }
  return count
}

class Hasher {
  readonly #value = new Float64Array(1)
  readonly #halves = new Int32Array(this.#value.buffer)

  hash(value: number): number {
    this.#value[0] = value
    let hash = Math.imul((this.#halves[0] ?? 0) ^ Math.imul(this.#halves[1] ?? 0, 0x9e3779b1), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35)
    return hash ^ (hash >>> 13)
  }
}
