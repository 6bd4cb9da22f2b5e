/**
 * How long a stage takes, learned from past jobs, and what may be shown of a job's time left. Times are estimated as
 * logarithms: what is wrong with them (a busy machine, another kind of table) is wrong by a factor.
 */

/** A stage of a past job on a source of the same kind, or one to come. */
export interface Workload {
  readonly bytes: number
  /** Rows times columns, or pages; null before they are known. */
  readonly cells: number | null
}

export interface Pace extends Workload {
  readonly elapsed_ms: number
}

/** An estimate and how far it may be off, as the standard deviation of its logarithm: 0.1 is about 10 %. */
export interface Estimate {
  readonly ms: number
  readonly spread: number
}

const fewestPaces = 3
/** Nothing is said of a file this many times larger than all, or smaller than all, that were seen. */
const farthestFactor = 20
/** Sizes closer than this (a logarithm) count as the same: a file told again, or next month's. */
const sameSize = 0.06
/** How much a difference in bytes a cell makes two tables unlike, beside one in cells. */
const densityWeight = 0.5
/** Time grows with the size to this power where past jobs do not say: part of it is spent whatever the size is. */
const usualExponent = 0.75
const leastExponent = 0.1
const mostExponent = 1.15
/** Pairs of past jobs that count as much as the usual exponent does. */
const usualExponentPairs = 4
/** Only jobs that differ so much in size (a logarithm) say how time grows with it. */
const significantDifference = 0.3
/** Jobs beyond this factor in size say nothing of how time grows here. */
const localFactor = 12
const leastSpread = 0.08
/** By how much an estimate is worse for each unit of distance (a logarithm) to the nearest past job. */
const spreadByDistance = 0.25
const leastMs = 1

interface Point {
  /** Logarithms. */
  readonly size: number
  readonly density: number
  readonly time: number
}

/**
 * What a stage takes on `work`: the weighted median over past runs, each brought to this size, near ones first (inverse
 * squared distance, Shepard 1968). How time grows with size is the median slope between past runs of about this size
 * (Theil–Sen, in logarithms). Null with fewer than three runs, or none of a comparable size. Sizes are cells where both
 * are known, else bytes.
 */
export function learnedStage(paces: readonly Pace[], work: Workload): Estimate | null {
  const inCells = work.cells !== null && paces.filter((pace) => pace.cells !== null).length >= fewestPaces
  const points = paces
    .filter((pace) => !inCells || pace.cells !== null)
    .map((pace) => ({ ...place(pace, inCells), time: Math.log(Math.max(leastMs, pace.elapsed_ms)) }))
  if (points.length < fewestPaces) return null
  const here = place(work, inCells)
  const nearest = Math.min(...points.map(({ size }) => Math.abs(size - here.size)))
  if (nearest > Math.log(farthestFactor)) return null
  const exponent = exponentAround(points, here.size)
  const weighed = points.map((point) => ({
    value: point.time + exponent * (here.size - point.size),
    weight: 1 / (sameSize ** 2 + (point.size - here.size) ** 2 + (densityWeight * (point.density - here.density)) ** 2),
  }))
  const time = weightedMedian(weighed)
  const deviation = weightedMedian(weighed.map(({ value, weight }) => ({ value: Math.abs(value - time), weight })))
  // 1.4826: from the median absolute deviation to the standard deviation of a normal distribution.
  return { ms: Math.exp(time), spread: Math.max(leastSpread, 1.4826 * deviation) + spreadByDistance * nearest }
}

function place({ bytes, cells }: Workload, inCells: boolean): { size: number; density: number } {
  const bytesLog = Math.log(Math.max(1, bytes))
  if (!inCells) return { size: bytesLog, density: 0 }
  const size = Math.log(Math.max(1, cells ?? 0))
  return { size, density: bytesLog - size }
}

function exponentAround(points: readonly Point[], size: number): number {
  const local = points.filter((point) => Math.abs(point.size - size) <= Math.log(localFactor))
  const slopes = local.flatMap((first, index) =>
    local
      .slice(index + 1)
      .filter((second) => Math.abs(second.size - first.size) >= significantDifference)
      .map((second) => ({
        value: (second.time - first.time) / (second.size - first.size),
        // Over a small difference in size a slope is mostly noise; tables unlike one another say little either.
        weight: Math.abs(second.size - first.size) / (1 + (second.density - first.density) ** 2 * 8),
      })),
  )
  const usual = { value: usualExponent, weight: usualExponentPairs }
  return Math.min(mostExponent, Math.max(leastExponent, weightedMedian([...slopes, usual])))
}

/** Of a non-empty list: between the two values at which half of the weight is reached, in proportion. */
export function weightedMedian(weighed: readonly { readonly value: number; readonly weight: number }[]): number {
  const sorted = weighed.toSorted((left, right) => left.value - right.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let before = 0
  let previous: { position: number; value: number } | null = null
  for (const { value, weight } of sorted) {
    const position = before + weight / 2
    if (position >= half) {
      if (previous === null || position === previous.position) return value
      const share = (half - previous.position) / (position - previous.position)
      return previous.value + share * (value - previous.value)
    }
    previous = { position, value }
    before += weight
  }
  return previous?.value ?? Number.NaN
}

/** The estimates as one, each weighed by its precision. Null of none. */
export function combined(estimates: readonly Estimate[]): Estimate | null {
  let [weights, sum] = [0, 0]
  for (const { ms, spread } of estimates) {
    const weight = 1 / spread ** 2
    weights += weight
    sum += weight * Math.log(Math.max(Number.MIN_VALUE, ms))
  }
  return weights === 0 ? null : { ms: Math.exp(sum / weights), spread: 1 / Math.sqrt(weights) }
}

const smallestFraction = 0.04
const shortestElapsedMs = 400
/** How far the whole time of a stage is off that follows from its fraction: much at first, little at its end. */
const ownSpreadAtBegin = 0.6
const ownSpreadAtEnd = 0.03

/**
 * What a stage takes in all that was at `fraction` after `elapsedMs`; null before that means something. Its fractions
 * are expectations themselves, the less right the more of it is still to come.
 */
export function ownPace(elapsedMs: number, fraction: number): Estimate | null {
  if (fraction < smallestFraction || elapsedMs < shortestElapsedMs) return null
  return { ms: elapsedMs / Math.min(1, fraction), spread: ownSpreadAtEnd + ownSpreadAtBegin * (1 - fraction) }
}

/** Growth up to this factor is noise; beyond it the estimate was wrong. */
const tolerance = 1.25
const toleranceMs = 1_000
/** For so long nothing is shown after an estimate was wrong, so that the next one is right. */
const withdrawnMs = 1_500

/**
 * Shown seconds left, that do not grow while a stage runs: where the estimate has become a little longer, the number
 * stands still until it is true again. Where it has become a lot longer, it is withdrawn for a moment (null), and what
 * is shown then is a new estimate.
 */
export class ShownTimeLeft {
  #shownMs = Number.POSITIVE_INFINITY
  #withdrawnAtMs: number | null = null

  /** A stage has ended and told how fast this job is: reason enough to say something else, even something longer. */
  renew(): void {
    this.#shownMs = Number.POSITIVE_INFINITY
    this.#withdrawnAtMs = null
  }

  /** `leftMs`: the estimate at `nowMs` of a clock that never goes back. Gives whole seconds, or null. */
  show(leftMs: number | null, nowMs: number): number | null {
    if (leftMs === null) return null
    if (this.#withdrawnAtMs !== null) {
      if (nowMs - this.#withdrawnAtMs < withdrawnMs) return null
      this.renew()
    }
    if (leftMs > this.#shownMs * tolerance + toleranceMs) {
      this.#withdrawnAtMs = nowMs
      return null
    }
    this.#shownMs = Math.min(this.#shownMs, leftMs)
    return Math.ceil(this.#shownMs / 1_000)
  }
}
