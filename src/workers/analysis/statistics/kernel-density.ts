/** A smooth density of values, and how deep the valley between its peaks is. */
import { meanAndVariance } from './moments.ts'
import { ascendingOf, quantileOfSorted } from './quantiles.ts'

export interface Density {
  /** Evenly spaced places, in the unit of the values. */
  readonly places: Float64Array
  /** Density at those places; its integral is 1 to the precision of the grid. */
  readonly density: Float64Array
  readonly bandwidth: number
}

/** Number of places, and how many bandwidths they reach beyond the extremes. */
const gridSize = 512
const reach = 3
/** Bandwidths beyond which a kernel's height is lost in the rounding of its peak (e⁻³⁷). */
const kernelReach = 8.6

/**
 * Gaussian kernel density of finite values on 512 places, from linearly binned counts. The default bandwidth is
 * Silverman's .9·min(sd, IQR/1.34)·n^(−1/5). Null below two values or without spread. O(n log n + 512²).
 *
 * Source: Silverman, Density Estimation (1986), 3.31; binning of Wand, J. Comput. Graph. Statist. 3 (1994).
 */
export function kernelDensity(values: ArrayLike<number>, bandwidth = silvermanBandwidth(values)): Density | null {
  const n = values.length
  if (n < 2 || bandwidth === null || !(bandwidth > 0)) return null
  let least = Number.POSITIVE_INFINITY
  let largest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < n; index++) {
    const value = values[index] ?? 0
    if (value < least) least = value
    if (value > largest) largest = value
  }
  const start = least - reach * bandwidth
  const step = (largest - least + 2 * reach * bandwidth) / (gridSize - 1)
  const counts = new Float64Array(gridSize + 1)
  for (let index = 0; index < n; index++) {
    const position = ((values[index] ?? 0) - start) / step
    const below = Math.min(gridSize - 2, Math.floor(position))
    counts[below] = (counts[below] ?? 0) + below + 1 - position
    counts[below + 1] = (counts[below + 1] ?? 0) + position - below
  }
  const kernel = new Float64Array(gridSize).map((_, lag) => Math.exp(-0.5 * ((lag * step) / bandwidth) ** 2))
  const scale = 1 / (n * bandwidth * Math.sqrt(2 * Math.PI))
  const farthest = Math.min(gridSize - 1, Math.ceil((kernelReach * bandwidth) / step))
  const density = new Float64Array(gridSize)
  for (let bin = 0; bin < gridSize; bin++) {
    const count = (counts[bin] ?? 0) * scale
    if (count === 0) continue
    const end = Math.min(gridSize - 1, bin + farthest)
    for (let place = Math.max(0, bin - farthest); place <= end; place++) {
      density[place] = (density[place] ?? 0) + count * (kernel[Math.abs(place - bin)] ?? 0)
    }
  }
  return { places: density.map((_, place) => start + place * step), density, bandwidth }
}

/** Silverman's rule in the unit of the values; the sd alone where half the values are equal; null without spread. */
export function silvermanBandwidth(values: ArrayLike<number>): number | null {
  const ascending = ascendingOf(values)
  const sd = Math.sqrt(meanAndVariance(values)?.variance ?? 0)
  const middleHalf = (quantileOfSorted(ascending, 0.75) ?? 0) - (quantileOfSorted(ascending, 0.25) ?? 0)
  const spread = middleHalf > 0 ? Math.min(sd, middleHalf / 1.34) : sd
  return spread > 0 ? 0.9 * spread * ascending.length ** -0.2 : null
}

export interface Valley {
  /** Where the density is least between the peaks, and where the peaks on either side are, in the unit of the values. */
  readonly place: number
  readonly leftPeak: number
  readonly rightPeak: number
  /** 1 less the density in the valley over that of the lower peak, 0 to 1. */
  readonly depth: number
  /** Share of the values left of the valley. */
  readonly shareLeft: number
}

/**
 * The deepest valley between two peaks with at least `leastShare` of the values on either side, so that a few far values
 * make none; null for a single peak. A peak is the highest place on its side. O(grid).
 */
export function deepestValley({ places, density }: Density, leastShare = 0.05): Valley | null {
  const size = density.length
  const highestFromRight = new Int32Array(size)
  let right = size - 1
  for (let place = size - 1; place >= 0; place--) {
    if ((density[place] ?? 0) > (density[right] ?? 0)) right = place
    highestFromRight[place] = right
  }
  const total = density.reduce((sum, value) => sum + value, 0)
  let passed = 0
  let left = 0
  let best: Valley | null = null
  for (let place = 0; place < size; place++) {
    const here = density[place] ?? 0
    if (here > (density[left] ?? 0)) left = place
    passed += here / total
    if (passed < leastShare || passed > 1 - leastShare) continue
    const other = highestFromRight[place] ?? 0
    const lower = Math.min(density[left] ?? 0, density[other] ?? 0)
    const depth = lower > 0 ? 1 - here / lower : 0
    if (depth > (best?.depth ?? 1e-9)) {
      const [leftPeak, rightPeak] = [places[left] ?? 0, places[other] ?? 0]
      best = { place: places[place] ?? 0, leftPeak, rightPeak, depth, shareLeft: passed }
    }
  }
  return best
}
