/** Single values on which far more rows lie than about them: zeros, round numbers, codes. */
import { kernelDensity } from '../statistics/kernel-density.ts'

/** Rows on a value, in those that the density about it would put there, from which on it is a spike. */
const leastExcess = 4
const leastRows = 4
const leastShare = 0.015

/**
 * Share of ascending values that lie on spikes. What a value would hold by itself is the density times half the distance
 * between its neighbours: a spike stands between values close by. O(n + 512²).
 */
export function shareOnSpikes(ascending: Float64Array): number {
  const n = ascending.length
  const smooth = kernelDensity(ascending)
  if (smooth === null || n === 0) return 0
  const { places, density } = smooth
  const first = places[0] ?? 0
  const step = (places[1] ?? 1) - first
  let onSpikes = 0
  for (let start = 0; start < n; ) {
    const value = ascending[start] ?? 0
    let end = start + 1
    while (end < n && ascending[end] === value) end++
    const before = start > 0 ? (ascending[start - 1] ?? value) : (ascending[end] ?? value)
    const after = end < n ? (ascending[end] ?? value) : before
    const width = Math.abs(after - before) / (start > 0 && end < n ? 2 : 1)
    const expected = n * width * (density[Math.round((value - first) / step)] ?? 0)
    const rows = end - start
    if (rows >= Math.max(leastRows, leastShare * n) && rows > leastExcess * expected) onSpikes += rows
    start = end
  }
  return onSpikes / n
}
