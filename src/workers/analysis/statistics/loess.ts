/** Locally weighted regression on an evenly spaced series. */

/** What a local fit is: `window` neighbours, a level (0) or a line (1). */
export interface LoessOptions {
  /** Number of neighbours that carry weight; above the length of the series, the reach grows in proportion. */
  readonly window: number
  readonly degree: 0 | 1
}

/**
 * Value of the local fit at `position` (in steps from the first value; may lie one step outside); null where all
 * weights vanish. `weights` multiply the tricube weights (robustness). O(window).
 *
 * Source: Cleveland, JASA 74 (1979), in the details of Cleveland et al. (1990), STL.
 */
export function loessAt(
  values: ArrayLike<number>,
  position: number,
  { window, degree }: LoessOptions,
  weights: ArrayLike<number> | null,
): number | null {
  const n = values.length
  const width = Math.min(window, n)
  const first = Math.max(0, Math.min(n - width, Math.round(position) - (width - 1) / 2))
  const left = Math.floor(first)
  const right = left + width - 1
  let reach = Math.max(position - left, right - position)
  if (window > n) reach += Math.floor((window - n) / 2)
  const flat = 0.001 * reach
  const far = 0.999 * reach
  let total = 0
  let weightedPosition = 0
  const local = new Float64Array(width)
  for (let index = left; index <= right; index++) {
    const distance = Math.abs(index - position)
    if (distance > far) continue
    const tricube = distance <= flat ? 1 : (1 - (distance / reach) ** 3) ** 3
    const weight = tricube * (weights === null ? 1 : (weights[index] ?? 0))
    local[index - left] = weight
    total += weight
    weightedPosition += weight * index
  }
  if (!(total > 0)) return null
  const center = weightedPosition / total
  let spread = 0
  if (degree === 1) {
    for (let index = left; index <= right; index++) spread += (local[index - left] ?? 0) * (index - center) ** 2
    spread /= total
  }
  // Too narrow a spread cannot carry a line.
  const tilt = degree === 1 && Math.sqrt(spread) > 0.001 * (n - 1) ? (position - center) / spread : 0
  let fit = 0
  for (let index = left; index <= right; index++) {
    fit += ((local[index - left] ?? 0) / total) * (1 + tilt * (index - center)) * (values[index] ?? 0)
  }
  return fit
}

/**
 * The local fit at every value; where it vanishes, the value itself. Empty for no values. With a `jump` above 1 only
 * every jump-th value and the last are fitted, with straight lines between. O(n · window / jump).
 */
export function loess(
  values: ArrayLike<number>,
  options: LoessOptions,
  weights: ArrayLike<number> | null = null,
  jump = 1,
): Float64Array {
  const result = new Float64Array(values.length)
  const last = values.length - 1
  const step = Math.max(1, Math.min(jump, last))
  let previous = 0
  for (let index = 0; index <= last; index = index < last ? Math.min(last, index + step) : index + 1) {
    const fit = loessAt(values, index, options, weights) ?? values[index] ?? 0
    const start = result[previous] ?? 0
    for (let between = previous + 1; between < index; between++) {
      result[between] = start + ((fit - start) * (between - previous)) / (index - previous)
    }
    result[index] = fit
    previous = index
  }
  return result
}

/**
 * Share of its own value in the local fit at every point, 0 to 1: what must be taken out
 * to see how far a value lies from a fit that does not know it. Empty for no values. O(n · window).
 */
export function loessLeverage(
  length: number,
  { window, degree }: LoessOptions,
  weights: ArrayLike<number> | null = null,
): Float64Array {
  const impulse = new Float64Array(length)
  return new Float64Array(length).map((_, index) => {
    impulse[index] = 1
    const share = loessAt(impulse, index, { window, degree }, weights) ?? 1
    impulse[index] = 0
    return share
  })
}

/**
 * Bisquare weights of residuals: 1 near zero, 0 beyond six times their median absolute value. O(n log n).
 */
export function bisquareWeights(residuals: ArrayLike<number>): Float64Array {
  const sizes = Float64Array.from(residuals, Math.abs)
  const ascending = sizes.slice().sort()
  const n = ascending.length
  const middle = Math.floor(n / 2)
  const reach = 3 * ((ascending[middle] ?? 0) + (ascending[n - middle - 1] ?? 0))
  return sizes.map((size) => {
    if (size <= 0.001 * reach) return 1
    return size > 0.999 * reach ? 0 : (1 - (size / reach) ** 2) ** 2
  })
}
