/** Is a change in a series more than its own noise would show? The part that tests of level and of slope share. */
import { firstOrderAutoregression, largestAutoregression } from './first-order-autoregression.ts'
import { mean } from './mean.ts'
import { median } from './quantiles.ts'
import { type RandomPosition, type SeededRandom, seededRandom } from './seeded-random.ts'

/** The best single change of its kind, whatever it is worth. */
export interface FoundChange {
  /** F of the change: (SSE without − SSE with) / (SSE with / degrees of freedom). */
  readonly statistic: number
  /** What the series with its change leaves. */
  residuals(): Float64Array
}

export interface SimulatedChange {
  /** (1 + simulated series with as large an F) / (1 + simulations). */
  readonly p: number
  /** The same beyond what so few simulations can show, by the tail of the simulated F; see `simulateChange`. */
  readonly tailP: number
  /** φ̂ of the simulated series: the one that would leave such residuals about a change fitted to none at all. */
  readonly autoregression: number
  readonly simulations: number
}

/** A simulation is stopped when so many series have shown as large an F: p is then plainly not small. */
const enoughExtreme = 20
/** Part of the simulated series that the tail is read from. */
const tailShare = 0.2

/**
 * p of a change against AR(1) noise without any, by simulation with a seed. Taking a change out of noise lowers its
 * autocorrelation, so φ̂ is the one whose simulated series leave, in the median, what this one leaves, and a standard
 * error more. `tailP` takes n·ln(1 + F/n) to fall off exponentially beyond the largest fifth, as likelihood ratios do,
 * with a mean excess one standard error above the one seen.
 * `name` says what `find` looks for and with what options: what noise alone leaves is simulated once for each length.
 * O((simulations + 250) · cost of `find`).
 *
 * Source: Diebold & Chen, J. Econometrics 70 (1996); φ̂ by the median-unbiased method of Andrews, Econometrica 61 (1993)
 * 139; tail after Knijnenburg et al., Bioinformatics 25 (2009).
 */
export function simulateChange(
  n: number,
  found: FoundChange,
  find: (values: Float64Array) => FoundChange | null,
  simulations: number,
  seed: number,
  name: string,
): SimulatedChange {
  const random = seededRandom(seed)
  const left = (candidate: number) => typicallyLeft(candidate, n, find, random)
  const typical = medianUnbiased(
    firstOrderAutoregression(found.residuals()),
    remembering(`${name} of ${n} values, seed ${seed}`, random, left),
  )
  // One standard error more: p would else take φ̂ for known, and find changes in strongly dependent noise.
  const autoregression = Math.min(largestAutoregression, typical + Math.sqrt((1 - typical * typical) / n))
  const simulated: number[] = []
  let extreme = 0
  while (simulated.length < simulations && extreme < enoughExtreme) {
    const statistic = find(autoregressiveNoise(n, autoregression, random))?.statistic ?? 0
    simulated.push(statistic)
    if (statistic >= found.statistic) extreme++
  }
  const done = simulated.length
  const p = extreme === enoughExtreme ? extreme / done : (1 + extreme) / (1 + done)
  const tailP = extreme === enoughExtreme ? p : Math.min(p, beyondTail(found.statistic, simulated, n))
  return { p, tailP, autoregression, simulations: done }
}

function beyondTail(statistic: number, simulated: readonly number[], n: number): number {
  const logRatio = (f: number): number => n * Math.log1p(f / n)
  const ratios = simulated.map(logRatio).sort((left, right) => right - left)
  const size = Math.floor(tailShare * ratios.length)
  const start = ratios[size] ?? 0
  const excess = mean(ratios.slice(0, size).map((ratio) => ratio - start))
  if (excess === null || !(excess > 0)) return 1
  const cautious = excess * (1 + 1 / Math.sqrt(size))
  return tailShare * Math.exp(-Math.max(0, logRatio(statistic) - start) / cautious)
}

/** φ̂ that series of AR(1) noise leave in the median, once their best change is taken out of them. */
function typicallyLeft(
  autoregression: number,
  n: number,
  find: (values: Float64Array) => FoundChange | null,
  random: SeededRandom,
): number {
  const left = Float64Array.from({ length: simulatedForMedian }, () => {
    const series = autoregressiveNoise(n, autoregression, random)
    return firstOrderAutoregression(find(series)?.residuals() ?? series)
  })
  return median(left) ?? 0
}

const simulatedForMedian = 49

interface Known {
  readonly left: number
  /** Where the generator stood after it. */
  readonly after: RandomPosition
}

/** Results of `typicallyLeft`: they depend on no series, only on its length, so that all series of a table share them. */
const results = new Map<string, Known>()
const mostResults = 2_000

/** `left` of one candidate after another, from what is known of the same candidates in the same order. */
function remembering(name: string, random: SeededRandom, left: (candidate: number) => number) {
  let path = name
  return (candidate: number): number => {
    path += ` ${candidate}`
    const known = results.get(path)
    if (known !== undefined) {
      random.moveTo(known.after)
      return known.left
    }
    const found = left(candidate)
    if (results.size >= mostResults) results.clear()
    results.set(path, { left: found, after: random.position() })
    return found
  }
}

/** φ whose series leave `observed` in the median, between the two nearest candidates, which are found by halving. */
function medianUnbiased(observed: number, typicalLeft: (candidate: number) => number): number {
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
  const noise = new Float64Array(n)
  for (let index = 0; index < n; index++) {
    noise[index] = previous
    previous = autoregression * previous + random.normal()
  }
  return noise
}
