/** Average ranks of a column with gaps, quickly: for screening many pairs. */

/** 1-based average ranks of the finite values, NaN where there is none. O(n log n), without an index sort. */
export function fastRanks(values: Float64Array): Float64Array {
  const ascending = values.filter((value) => !Number.isNaN(value)).sort()
  const n = ascending.length
  // Distinct values with the average rank of each.
  const distinct = new Float64Array(n)
  const averages = new Float64Array(n)
  let count = 0
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && ascending[end] === ascending[start]) end++
    distinct[count] = ascending[start] ?? 0
    averages[count] = (start + end + 1) / 2
    count++
    start = end
  }
  return values.map((value) => {
    if (Number.isNaN(value)) return value
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((distinct[middle] ?? 0) < value) low = middle + 1
      else high = middle
    }
    return averages[low] ?? Number.NaN
  })
}
