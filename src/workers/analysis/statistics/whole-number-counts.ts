/** How often each whole number of a range occurs: what of many repeated values tells both how many differ and their order. */

/** Numbers of the range for each value, beyond which most places would stay empty. */
const mostPlacesEach = 4
const mostPlaces = 2 ** 22

/** Whether whole numbers from `min` to `max` are close enough together to be counted by place. */
export function areCountable(n: number, min: number, max: number): boolean {
  return max - min < Math.min(mostPlaces, mostPlacesEach * n)
}

/** By `value - min`, how many of the values are that number. They are whole numbers from `min` to `max`. O(n + range). */
export function wholeNumberCounts(values: Float64Array, min: number, max: number): Uint32Array {
  const counts = new Uint32Array(max - min + 1)
  for (let index = 0; index < values.length; index++) {
    const place = ((values[index] ?? 0) - min) | 0
    counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** Numbers of the range that occur. O(range). */
export function occurring(counts: Uint32Array): number {
  let distinct = 0
  for (let place = 0; place < counts.length; place++) if ((counts[place] ?? 0) > 0) distinct++
  return distinct
}

/** Of the counted numbers in ascending order, the one of `rank`, from 0; undefined beyond the last. O(range). */
export function numberOfRank(counts: Uint32Array, min: number, rank: number): number | undefined {
  let before = 0
  for (let place = 0; place < counts.length; place++) {
    before += counts[place] ?? 0
    if (before > rank) return min + place
  }
  return undefined
}
