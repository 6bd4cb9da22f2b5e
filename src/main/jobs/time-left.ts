/** How long a job will take still: this run's own pace in the running stage, past jobs' pace in those to come. */

/** A stage of a past job on a source of the same kind. */
export interface Pace {
  readonly bytes: number
  readonly elapsed_ms: number
}

const fewestPaces = 3
const smallestFraction = 0.05
const shortestElapsedMs = 500
/** Growth up to this factor is noise and is not shown; beyond it the estimate was wrong and is withdrawn. */
const tolerance = 1.25

/**
 * What a stage takes on a source of `bytes`, in ms: the median over past runs, of near sizes where there are enough,
 * else scaled by size. Null with fewer than three.
 */
export function learnedStageMs(paces: readonly Pace[], bytes: number): number | null {
  const near = paces.filter((pace) => pace.bytes <= 3 * bytes && bytes <= 3 * pace.bytes)
  if (near.length >= fewestPaces) return median(near.map((pace) => pace.elapsed_ms))
  const sized = paces.filter((pace) => pace.bytes > 0)
  if (sized.length < fewestPaces) return null
  return median(sized.map((pace) => pace.elapsed_ms / pace.bytes)) * bytes
}

/** Left of the running stage, in ms, from how far it is; null before that means something. */
export function runningStageMs(elapsedMs: number, fraction: number | null): number | null {
  if (fraction === null || fraction < smallestFraction || elapsedMs < shortestElapsedMs) return null
  return (elapsedMs * (1 - Math.min(1, fraction))) / fraction
}

/**
 * Shown seconds left, that never grow: a little more than was said is held at what was said; a lot more, and the
 * estimate is withdrawn (null) until it has come true again.
 */
export class ShownTimeLeft {
  #promise: { endsAtMs: number } | null = null

  /** `leftMs`: the estimate at `nowMs` of a clock that never goes back. Gives whole seconds, or null. */
  show(leftMs: number | null, nowMs: number): number | null {
    if (leftMs === null) return null
    const endsAtMs = nowMs + leftMs
    const promised = this.#promise?.endsAtMs ?? Number.POSITIVE_INFINITY
    if (endsAtMs <= promised) {
      this.#promise = { endsAtMs }
      return Math.ceil(leftMs / 1_000)
    }
    const promisedLeftMs = Math.max(0, promised - nowMs)
    if (leftMs <= promisedLeftMs * tolerance + 1_000) return Math.ceil(promisedLeftMs / 1_000)
    return null
  }
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
