/** The value of a rank without putting all others in order. */

/** Fewer are put in order by moving one at a time. */
const fewest = 16

/**
 * The value that would stand at `place` (from 0) if `values` ascended. Values are moved about: smaller ones come before it
 * and greater ones behind, so that asking for further places is quicker still. No NaN. O(n) on average.
 *
 * Source: Hoare, Communications of the ACM 4 (1961), with the median of three as the pivot.
 */
export function valueAtPlace(values: Float64Array, place: number): number {
  let low = 0
  let high = values.length - 1
  while (high - low >= fewest) {
    const pivot = middleOf(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0)
    let left = low
    let right = high
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left++
      while ((values[right] ?? 0) > pivot) right--
      if (left > right) break
      const held = values[left] ?? 0
      values[left] = values[right] ?? 0
      values[right] = held
      left++
      right--
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else return pivot
  }
  values.subarray(low, high + 1).sort()
  return values[place] ?? Number.NaN
}

function middleOf(first: number, second: number, third: number): number {
  return Math.max(Math.min(first, second), Math.min(Math.max(first, second), third))
}
