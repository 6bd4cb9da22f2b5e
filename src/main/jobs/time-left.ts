/** How long a stage takes, learned from past jobs, and what may be shown of a job's time left. */

/** A stage of a past job on a source of the same kind, or one to come. */
export interface Workload {
  readonly bytes: number
  /** Rows times columns; null before they are known. */
  readonly cells: number | null
}

export interface Pace extends Workload {
  readonly elapsed_ms: number
}

const fewestPaces = 3
const mostNear = 7
/** Sizes within this factor of one another are near. */
const nearFactor = 2
/** Between near sizes, time grows with less than the size: part of it is spent whatever the size is. */
const nearExponent = 0.7
/** Nothing is said of a file this many times larger than all, or smaller than all, that were seen. */
const farthestFactor = 20
const smallestFraction = 0.05
const shortestElapsedMs = 500
/** Growth up to this factor is noise and is not shown; beyond it the estimate was wrong and is withdrawn. */
const tolerance = 1.25

/**
 * What a stage takes on `work`, in ms: the median over past runs on near sizes, else the line through all of them
 * (Theil–Sen, neither part negative). Null with fewer than three runs, or none of a comparable size. Sizes are cells
 * where both are known, else bytes.
 */
export function learnedStageMs(paces: readonly Pace[], work: Workload): number | null {
  const inCells = work.cells !== null && paces.filter((pace) => pace.cells !== null).length >= fewestPaces
  const size = Math.max(1, inCells ? (work.cells ?? 0) : work.bytes)
  const points = paces
    .filter((pace) => !inCells || pace.cells !== null)
    .map((pace) => ({ size: Math.max(1, inCells ? (pace.cells ?? 0) : pace.bytes), ms: pace.elapsed_ms }))
  if (points.length < fewestPaces) return null
  const farness = (point: { size: number }): number => Math.abs(Math.log(size / point.size))
  // Of equally near ones the latest first: a stable sort keeps the order they come in.
  const near = points
    .filter((point) => farness(point) <= Math.log(nearFactor))
    .toSorted((left, right) => farness(left) - farness(right))
    .slice(0, mostNear)
  if (near.length >= fewestPaces) {
    return median(near.map((point) => point.ms * (size / point.size) ** nearExponent))
  }
  if (Math.min(...points.map(farness)) > Math.log(farthestFactor)) return null
  return lineThrough(points, size)
}

/** Theil–Sen: H. Theil 1950, P. K. Sen 1968; the median of all slopes, then of all intercepts. */
function lineThrough(points: readonly { readonly size: number; readonly ms: number }[], size: number): number {
  const slopes = points.flatMap((first, index) =>
    points
      .slice(index + 1)
      .filter((second) => second.size !== first.size)
      .map((second) => (second.ms - first.ms) / (second.size - first.size)),
  )
  if (slopes.length === 0) return median(points.map((point) => point.ms / point.size)) * size
  const slope = Math.max(0, median(slopes))
  return Math.max(0, median(points.map((point) => point.ms - slope * point.size))) + slope * size
}

/** Left of the running stage, in ms, from how far it is; null before that means something. */
export function runningStageMs(elapsedMs: number, fraction: number | null): number | null {
  if (fraction === null || fraction < smallestFraction || elapsedMs < shortestElapsedMs) return null
  return (elapsedMs * (1 - Math.min(1, fraction))) / fraction
}

/**
 * Shown seconds left, that do not grow while a stage runs: a little more than was said is held at what was said; a lot
 * more, and the estimate is withdrawn (null) until it has come true again.
 */
export class ShownTimeLeft {
  #endsAtMs = Number.POSITIVE_INFINITY

  /** A stage has ended and told how fast this job is: reason enough to say something else, even something longer. */
  renew(): void {
    this.#endsAtMs = Number.POSITIVE_INFINITY
  }

  /** `leftMs`: the estimate at `nowMs` of a clock that never goes back. Gives whole seconds, or null. */
  show(leftMs: number | null, nowMs: number): number | null {
    if (leftMs === null) return null
    const endsAtMs = nowMs + leftMs
    if (endsAtMs <= this.#endsAtMs) {
      this.#endsAtMs = endsAtMs
      return Math.ceil(leftMs / 1_000)
    }
    const promisedLeftMs = Math.max(0, this.#endsAtMs - nowMs)
    if (leftMs <= promisedLeftMs * tolerance + 1_000) return Math.ceil(promisedLeftMs / 1_000)
    return null
  }
}

/** Of a non-empty list; of an even number of values the mean of the middle two. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
