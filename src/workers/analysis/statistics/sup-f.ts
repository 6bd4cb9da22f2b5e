/** Is the largest shift of level in a series more than its own noise would show? */
import { firstOrderAutoregression, largestAutoregression } from './first-order-autoregression.ts'
import { withoutLevels } from './level-shifts.ts'
import { squaredErrorCost } from './optimal-partitioning.ts'
import { median } from './quantiles.ts'
import { type SeededRandom, seededRandom } from './seeded-random.ts'

export interface SupF {
  /** F of the best single shift: (SSE without − SSE with) / (SSE with / (n − 2)). */
  readonly statistic: number
  /** First index after the shift. */
  readonly place: number
  /** Level after less level before, in the unit of the values. */
  readonly shift: number
}

/**
 * The single shift of the mean that fits best, with at least a share `trim` of the values (and three) on either side.
 * Null where there is no such place or no spread. O(n).
 *
 * Source: Andrews, Econometrica 61 (1993), with his trimming of .15 as the default.
 */
export function supF(values: ArrayLike<number>, trim = 0.15): SupF | null {
  const n = values.length
  const margin = Math.max(3, Math.ceil(trim * n))
  const cost = squaredErrorCost(values)
  const whole = n > 0 ? cost(0, n) : 0
  if (n < 2 * margin || !(whole > 0)) return null
  let place = margin
  let least = Number.POSITIVE_INFINITY
  for (let candidate = margin; candidate <= n - margin; candidate++) {
    const total = cost(0, candidate) + cost(candidate, n)
    if (total < least) {
      least = total
      place = candidate
    }
  }
  const level = (start: number, end: number) => {
    let sum = 0
    for (let index = start; index < end; index++) sum += values[index] ?? 0
    return sum / (end - start)
  }
  const error = Math.max(least, whole * 1e-14)
  return { statistic: ((whole - error) / error) * (n - 2), place, shift: level(place, n) - level(0, place) }
}

export interface SupFBootstrap extends SupF {
  /** (1 + simulated series with as large an F) / (1 + simulations). */
  readonly p: number
  /** φ̂ of the simulated series: the one that would leave such residuals about two levels fitted to no shift at all. */
  readonly autoregression: number
  readonly simulations: number
}

/** A simulation is stopped when so many series have shown as large an F: p is then plainly not small. */
const enoughExtreme = 20

/**
 * p of the best shift against AR(1) noise without any, by simulation with a seed. Taking a shift out of noise lowers its
 * autocorrelation, so φ̂ is the one whose simulated series leave, in the median, what this one leaves, and a standard
 * error more. Null as `supF`.
 * O((simulations + 250) · n).
 *
 * Source: Andrews (1993); bootstrap after Diebold & Chen, J. Econometrics 70 (1996); φ̂ by the median-unbiased method of
 * Andrews, Econometrica 61 (1993) 139.
 */
export function supFBootstrap(
  values: ArrayLike<number>,
  { simulations = 999, seed = 1, trim = 0.15 } = {},
): SupFBootstrap | null {
  const found = supF(values, trim)
  if (found === null) return null
  const n = values.length
  const random = seededRandom(seed)
  const typical = medianUnbiased(leftAutoregression(values, found.place), n, trim, random)
  // One standard error more: p would else take φ̂ for known, and find shifts in strongly dependent noise.
  const autoregression = Math.min(largestAutoregression, typical + Math.sqrt((1 - typical * typical) / n))
  let extreme = 0
  for (let simulation = 1; simulation <= simulations; simulation++) {
    const statistic = supF(autoregressiveNoise(n, autoregression, random), trim)?.statistic ?? 0
    if (statistic >= found.statistic) extreme++
    if (extreme === enoughExtreme) return { ...found, p: extreme / simulation, autoregression, simulations: simulation }
  }
  return { ...found, p: (1 + extreme) / (1 + simulations), autoregression, simulations }
}

function leftAutoregression(values: ArrayLike<number>, place: number): number {
  return firstOrderAutoregression(withoutLevels(values, [place]))
}

/** φ whose series leave `observed` in the median, between the two nearest candidates, which are found by halving. */
function medianUnbiased(observed: number, n: number, trim: number, random: SeededRandom): number {
  const typicalLeft = (candidate: number) =>
    median(
      Float64Array.from({ length: 49 }, () => {
        const series = autoregressiveNoise(n, candidate, random)
        return leftAutoregression(series, supF(series, trim)?.place ?? 0)
      }),
    ) ?? 0
  let [low, lowLeft] = [0, 0]
  let [high, highLeft] = [largestAutoregression, Number.NaN]
  while (high - low > 0.1) {
    const middle = (low + high) / 2
    const left = typicalLeft(middle)
    if (left < observed) [low, lowLeft] = [middle, left]
    else [high, highLeft] = [middle, left]
  }
  if (Number.isNaN(highLeft)) highLeft = typicalLeft(high)
  if (!(highLeft > lowLeft)) return high
  return low + Math.min(1, Math.max(0, (observed - lowLeft) / (highLeft - lowLeft))) * (high - low)
}

function autoregressiveNoise(n: number, autoregression: number, random: SeededRandom): Float64Array {
  let previous = random.normal() / Math.sqrt(1 - autoregression * autoregression)
  return new Float64Array(n).map(() => {
    const value = previous
    previous = autoregression * previous + random.normal()
    return value
  })
}
