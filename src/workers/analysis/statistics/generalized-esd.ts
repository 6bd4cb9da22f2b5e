/** Generalised extreme studentised deviate test: how many values are too far out for a normal? */
import { ExactSum } from './exact-sum.ts'
import { exactMean } from './mean.ts'
import { studentTTwoSidedP } from './student-t-distribution.ts'

export interface EsdStep {
  /** Position of the value in the input. */
  readonly index: number
  /** Distance from the mean of the values left, in their standard deviations. */
  readonly statistic: number
  /** Bonferroni-corrected p of this step alone, at most 1. */
  readonly p: number
}

export interface EsdResult {
  /** Positions of the outliers, the furthest out first. */
  readonly outliers: readonly number[]
  /** One a candidate, in the order of removal. */
  readonly steps: readonly EsdStep[]
}

/**
 * Rosner's test for up to `maximumOutliers` outliers in approximately normal data, at level `alpha`. The number of
 * outliers is the last step whose statistic exceeds its critical value, so that one does not mask another; that is where
 * its p is below `alpha`, which takes one tail instead of a search for a quantile. Stops early when fewer than three
 * values or no spread are left; no steps for no values.
 *
 * Source: Rosner, Technometrics 25 (1983); good from n = 25. O(n · maximumOutliers).
 */
export function generalizedEsd(values: ArrayLike<number>, maximumOutliers: number, alpha = 0.05): EsdResult {
  const left = new Remaining(values)
  const steps: EsdStep[] = []
  let count = 0
  while (steps.length < maximumOutliers && left.n >= 3) {
    const { mean, sd } = left.spread()
    if (!(sd > 0)) break
    const furthest = left.furthestFrom(mean)
    const distance = Math.abs((values[furthest] ?? 0) - mean)
    const { n } = left
    const statistic = distance / sd
    const room = (n - 1) ** 2 - n * statistic * statistic
    const studentised = room > 0 ? statistic * Math.sqrt((n * (n - 2)) / room) : Number.POSITIVE_INFINITY
    const p = Math.min(1, n * studentTTwoSidedP(studentised, n - 2))
    steps.push({ index: furthest, statistic, p })
    if (p < alpha) count = steps.length
    left.remove(furthest)
  }
  return { outliers: steps.slice(0, count).map((step) => step.index), steps }
}

/** Below this part of the sum of squares about the old centre, too few of its digits are those of the spread. */
const leastKept = 1e-6

/** Values of which some are taken out, with sums about a centre kept in twice double precision. */
class Remaining {
  n = 0
  readonly #values: ArrayLike<number>
  readonly #removed: Uint8Array
  #center = 0
  #sum = new ExactSum()
  #squares = new ExactSum()

  constructor(values: ArrayLike<number>) {
    this.#values = values
    this.#removed = new Uint8Array(values.length)
    this.#recentre()
  }

  /** Mean and sample standard deviation. */
  spread(): { readonly mean: number; readonly sd: number } {
    if (!(this.#aboutMean() > leastKept * this.#squares.value)) this.#recentre()
    const variance = this.#aboutMean() / (this.n - 1)
    return { mean: this.#center + this.#sum.value / this.n, sd: Math.sqrt(Math.max(0, variance)) }
  }

  furthestFrom(mean: number): number {
    let furthest = 0
    let distance = -1
    for (let index = 0; index < this.#values.length; index++) {
      const away = Math.abs((this.#values[index] ?? 0) - mean)
      if (away <= distance || this.#removed[index] === 1) continue
      distance = away
      furthest = index
    }
    return furthest
  }

  remove(index: number): void {
    const off = (this.#values[index] ?? 0) - this.#center
    this.#removed[index] = 1
    this.n--
    this.#sum.add(-off)
    this.#squares.addProduct(-off, off)
  }

  #aboutMean(): number {
    return this.#squares.value - this.#sum.value ** 2 / this.n
  }

  #recentre(): void {
    const left = Float64Array.from(this.#values).filter((_, index) => this.#removed[index] === 0)
    this.n = left.length
    this.#center = exactMean(left)?.high ?? 0
    this.#sum = new ExactSum()
    this.#squares = new ExactSum()
    for (const value of left) {
      const off = value - this.#center
      this.#sum.add(off)
      this.#squares.addProduct(off, off)
    }
  }
}
