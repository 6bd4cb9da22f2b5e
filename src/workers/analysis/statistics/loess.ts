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
  options: LoessOptions,
  weights: ArrayLike<number> | null,
): number | null {
  return fitAt(values, position, options, weights, spaceFor(values.length, options))
}

/** A local fit before it is applied to values: that of values `y` is Σ wᵢ(1 + tilt(i − center))yᵢ / total. */
interface LocalFit {
  /** Index of the first weight. */
  readonly left: number
  readonly width: number
  readonly total: number
  readonly center: number
  readonly tilt: number
}

function spaceFor(length: number, { window }: LoessOptions): Float64Array {
  return new Float64Array(Math.min(window, length))
}

/** Writes the weights of the neighbours of `position` among `n` values into `local`; null where all vanish. */
function localFit(
  n: number,
  position: number,
  { window, degree }: LoessOptions,
  weights: ArrayLike<number> | null,
  local: Float64Array,
): LocalFit | null {
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
  for (let index = left; index <= right; index++) {
    const distance = Math.abs(index - position)
    let weight = 0
    if (distance <= far) {
      const part = distance / reach
      const rest = 1 - part * part * part
      const tricube = distance <= flat ? 1 : rest * rest * rest
      weight = tricube * (weights === null ? 1 : (weights[index] ?? 0))
    }
    local[index - left] = weight
    total += weight
    weightedPosition += weight * index
  }
  if (!(total > 0)) return null
  const center = weightedPosition / total
  if (degree === 0) return { left, width, total, center, tilt: 0 }
  let spread = 0
  for (let index = left; index <= right; index++) {
    const off = index - center
    spread += (local[index - left] ?? 0) * off * off
  }
  spread /= total
  // Too narrow a spread cannot carry a line.
  return { left, width, total, center, tilt: Math.sqrt(spread) > 0.001 * (n - 1) ? (position - center) / spread : 0 }
}

function fitAt(
  values: ArrayLike<number>,
  position: number,
  options: LoessOptions,
  weights: ArrayLike<number> | null,
  local: Float64Array,
): number | null {
  const found = localFit(values.length, position, options, weights, local)
  if (found === null) return null
  const { left, width, total, center, tilt } = found
  let fit = 0
  for (let offset = 0; offset < width; offset++) {
    fit += (local[offset] ?? 0) * (1 + tilt * (left + offset - center)) * (values[left + offset] ?? 0)
  }
  return fit / total
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
  const local = spaceFor(values.length, options)
  let previous = 0
  for (let index = 0; index <= last; index = index < last ? Math.min(last, index + step) : index + 1) {
    const fit = fitAt(values, index, options, weights, local) ?? values[index] ?? 0
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
  options: LoessOptions,
  weights: ArrayLike<number> | null = null,
): Float64Array {
  const local = spaceFor(length, options)
  const shares = new Float64Array(length)
  for (let index = 0; index < length; index++) {
    const found = localFit(length, index, options, weights, local)
    shares[index] =
      found === null ? 1 : ((local[index - found.left] ?? 0) / found.total) * (1 + found.tilt * (index - found.center))
  }
  return shares
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
