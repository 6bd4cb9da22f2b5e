/** The best cut of a series into segments with a mean each. */

/** Above this length cuts are first looked for on a coarse grid, then moved to their best place. */
const longestExact = 4096

/**
 * Start indices, ascending, of all segments but the first, so that Σ(x − mean of its segment)² + penalty · (cuts) is
 * least, with segments of `shortestSegment` values or more. `penalty` is in squared units of the values. No cuts for
 * fewer than two segments' values. Exact up to 4096 values: between O(n) with many cuts and O(n²) with none; beyond,
 * 4096 places are tried and each found cut moved to the best place nearby.
 *
 * Source: Jackson et al., IEEE Signal Process. Lett. 12 (2005); pruning of Killick, Fearnhead & Eckley (PELT), JASA
 * 107 (2012).
 */
export function optimalPartitioning(values: ArrayLike<number>, penalty: number, shortestSegment = 3): number[] {
  const n = values.length
  const shortest = Math.max(1, Math.floor(shortestSegment))
  if (n < 2 * shortest || !(penalty >= 0)) return []
  const cost = squaredErrorCost(values)
  const step = Math.max(1, Math.ceil(n / longestExact))
  const cuts = bestCuts(n, penalty, Math.max(shortest, step), step, cost)
  return step === 1 ? cuts : movedToBest(cuts, n, step, shortest, cost)
}

export type SegmentCost = (start: number, end: number) => number

/** Σ(x − mean)² over [start, end), in O(1) after O(n). */
export function squaredErrorCost(values: ArrayLike<number>): SegmentCost {
  const n = values.length
  let center = 0
  for (let index = 0; index < n; index++) center += ((values[index] ?? 0) - center) / (index + 1)
  const sums = new Float64Array(n + 1)
  const squares = new Float64Array(n + 1)
  for (let index = 0; index < n; index++) {
    const value = (values[index] ?? 0) - center
    sums[index + 1] = (sums[index] ?? 0) + value
    squares[index + 1] = (squares[index] ?? 0) + value * value
  }
  return (start, end) => {
    const sum = (sums[end] ?? 0) - (sums[start] ?? 0)
    return Math.max(0, (squares[end] ?? 0) - (squares[start] ?? 0) - (sum * sum) / (end - start))
  }
}

function bestCuts(n: number, penalty: number, shortest: number, step: number, cost: SegmentCost): number[] {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const previous = new Int32Array(n + 1)
  const doomed = new Int32Array(n + 1)
  best[0] = -penalty
  const starts = new Int32Array(n + 1)
  const costs = new Float64Array(n + 1)
  let open = 0
  const ends: number[] = []
  for (let end = step; end < n; end += step) ends.push(end)
  for (const end of [...ends, n]) {
    // A segment may start where the one before it is long enough.
    const opened = end - shortest
    const newest = Math.floor(opened / step) * step
    const last = open === 0 ? -1 : (starts[open - 1] ?? -1)
    if (newest >= 0 && newest !== last && (newest === 0 || newest >= shortest)) starts[open++] = newest
    let least = Number.POSITIVE_INFINITY
    for (let position = 0; position < open; position++) {
      const start = starts[position] ?? 0
      const total = (best[start] ?? 0) + cost(start, end)
      costs[position] = total
      if (total + penalty < least) {
        least = total + penalty
        best[end] = least
        previous[end] = start
      }
    }
    // A start that is worse now than the best end here stays worse, but only for segments that leave room for a last one
    // from here on: so it is dropped when that room is there.
    let kept = 0
    for (let position = 0; position < open; position++) {
      const start = starts[position] ?? 0
      if ((costs[position] ?? 0) > least && doomed[start] === 0) doomed[start] = end
      if (doomed[start] === 0 || end - (doomed[start] ?? 0) < shortest - 1) starts[kept++] = start
    }
    open = kept
  }
  const cuts: number[] = []
  for (let end = previous[n] ?? 0; end > 0; end = previous[end] ?? 0) cuts.push(end)
  return cuts.reverse()
}

/** Each cut where it costs least between its neighbours, at most one step of the grid away. */
function movedToBest(cuts: readonly number[], n: number, step: number, shortest: number, cost: SegmentCost): number[] {
  const moved: number[] = []
  cuts.forEach((cut, position) => {
    const start = moved.at(-1) ?? 0
    const end = cuts[position + 1] ?? n
    let best = cut
    let least = Number.POSITIVE_INFINITY
    for (let place = Math.max(start + shortest, cut - step); place <= Math.min(end - shortest, cut + step); place++) {
      const total = cost(start, place) + cost(place, end)
      if (total < least) {
        least = total
        best = place
      }
    }
    moved.push(best)
  })
  return moved
}
