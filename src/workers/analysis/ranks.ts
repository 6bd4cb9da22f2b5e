/** Average ranks of a column with gaps, quickly: for screening many pairs. */
import { ascendingOrder } from './statistics/ascending-order.ts'

/** 1-based average ranks of the values, NaN where there is none; `order` is their ascending one. O(n). */
export function fastRanks(values: Float64Array, order = ascendingOrder(values)): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN)
  let n = values.length
  while (n > 0 && Number.isNaN(values[order[n - 1] ?? 0])) n--
  for (let start = 0; start < n; ) {
    const value = values[order[start] ?? 0]
    let end = start + 1
    while (end < n && values[order[end] ?? 0] === value) end++
    const rank = (start + end + 1) / 2
    for (let position = start; position < end; position++) ranks[order[position] ?? 0] = rank
    start = end
  }
  return ranks
}
