/** Quantiles of long columns that are not sorted for them. */

/**
 * Quantiles of type 7 (as DuckDB's `quantile_cont`) without sorting everything: a histogram finds the bins that hold the
 * wanted ranks, and only their values are sorted. Exact. O(n) unless nearly all values share a bin.
 */
export function exactQuantiles(
  values: Float64Array,
  fractions: readonly number[],
  min: number,
  max: number,
): (number | undefined)[] {
  const n = values.length
  const width = max - min
  if (n < 4_096 || !(width > 0) || !Number.isFinite(width)) {
    const ascending = values.slice().sort()
    return fractions.map((fraction) => quantileAt((rank) => ascending[rank], n, fraction))
  }
  const bins = 4_096
  const scale = (bins - 1) / width
  const counts = new Uint32Array(bins)
  for (let index = 0; index < n; index++) {
    const bin = (((values[index] ?? 0) - min) * scale) | 0
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  const before = new Float64Array(bins + 1)
  for (let bin = 0; bin < bins; bin++) before[bin + 1] = (before[bin] ?? 0) + (counts[bin] ?? 0)
  const ranks = fractions.flatMap((fraction) => {
    const below = Math.floor((n - 1) * fraction)
    return [below, Math.min(n - 1, below + 1)]
  })
  const wanted = [...new Set(ranks.map((rank) => binOfRank(before, rank)))]
  const held = valuesOfBins(values, min, scale, wanted, counts)
  const atRank = (rank: number): number | undefined => {
    const bin = binOfRank(before, rank)
    return held[wanted.indexOf(bin)]?.[rank - (before[bin] ?? 0)]
  }
  return fractions.map((fraction) => quantileAt(atRank, n, fraction))
}

/** For each of the `wanted` bins, of which `counts` says how full they are, its values in ascending order. */
function valuesOfBins(
  values: Float64Array,
  min: number,
  scale: number,
  wanted: readonly number[],
  counts: Uint32Array,
): Float64Array[] {
  const placeOfBin = new Int8Array(counts.length).fill(-1)
  for (const [place, bin] of wanted.entries()) placeOfBin[bin] = place
  const sizes = wanted.map((bin) => counts[bin] ?? 0)
  const ends = new Uint32Array(wanted.length)
  for (let place = 1; place < ends.length; place++) ends[place] = (ends[place - 1] ?? 0) + (sizes[place - 1] ?? 0)
  const held = new Float64Array(sizes.reduce((sum, size) => sum + size, 0))
  for (let index = 0; index < values.length; index++) {
    const value = values[index] ?? 0
    const place = placeOfBin[((value - min) * scale) | 0] ?? -1
    if (place < 0) continue
    const end = ends[place] ?? 0
    held[end] = value
    ends[place] = end + 1
  }
  return sizes.map((size, place) => held.subarray((ends[place] ?? 0) - size, ends[place] ?? 0).sort())
}

function binOfRank(before: Float64Array, rank: number): number {
  let low = 0
  let high = before.length - 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((before[middle + 1] ?? 0) > rank) high = middle
    else low = middle + 1
  }
  return low
}

/** By linear interpolation between the values of the ranks on both sides, which count from 0; see `exactQuantiles`. */
export function quantileAt(
  atRank: (rank: number) => number | undefined,
  n: number,
  fraction: number,
): number | undefined {
  const position = (n - 1) * fraction
  const below = Math.floor(position)
  const low = atRank(below)
  const high = atRank(Math.min(n - 1, below + 1))
  return low === undefined || high === undefined ? low : low + (position - below) * (high - low)
}
