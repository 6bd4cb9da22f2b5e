/** Could a series be a random walk, and if it is, does it drift? */

import { firstOrderAutoregression } from './first-order-autoregression.ts'
import { exactMean } from './mean.ts'
import { moments } from './moments.ts'
import { studentTTwoSidedP } from './student-t-distribution.ts'

/** Steps more alike than this are taken for no more alike: their dependence is known to two digits at best. */
const mostDependence = 0.995

export interface UnitRootResult {
  /** n·(ρ̂ − 1) of the regression of xₜ on 1, t and xₜ₋₁, with n pairs. */
  readonly statistic: number
  /** Below this, a random walk with drift is rejected at 5 %. */
  readonly critical: number
  readonly rejected: boolean
}

/**
 * Dickey–Fuller coefficient test of a random walk, with or without drift, against noise around a line. Null below five
 * values or when what the line leaves has no spread. O(n).
 *
 * Source: Dickey & Fuller, JASA 74 (1979); critical values of Fuller (1976), table 8.5.1, as −21.8 + 97/n, within 0.1 of
 * the table from n = 25.
 */
export function dickeyFuller(values: ArrayLike<number>): UnitRootResult | null {
  const n = values.length - 1
  if (n < 4) return null
  const before = withoutFittedLine(Float64Array.from({ length: n }, (_, index) => values[index] ?? 0))
  const after = withoutFittedLine(Float64Array.from({ length: n }, (_, index) => values[index + 1] ?? 0))
  let products = 0
  let squares = 0
  before.forEach((value, index) => {
    products += value * (after[index] ?? 0)
    squares += value * value
  })
  if (!(squares > 0)) return null
  const statistic = n * (products / squares - 1)
  const critical = -21.8 + 97 / n
  return { statistic, critical, rejected: statistic < critical }
}

/** What the least-squares line leaves. */
function withoutFittedLine(values: Float64Array): Float64Array {
  const center = exactMean(values)
  if (center === null) return values
  const middle = (values.length - 1) / 2
  const deviations = values.map((value) => value - center.high - center.low)
  let products = 0
  let squares = 0
  deviations.forEach((deviation, index) => {
    products += (index - middle) * deviation
    squares += (index - middle) ** 2
  })
  const slope = squares > 0 ? products / squares : 0
  return deviations.map((deviation, index) => deviation - slope * (index - middle))
}

/**
 * Probability that all steps of a walk without drift have one sign, its steps as dependent on each other as these are; 1
 * where they do not. Neighbours of a stationary Gaussian AR(1) differ in sign with probability arccos(φ) / π. O(n).
 *
 * Source: Rice, Bell System Technical Journal 24 (1945), expected zeros of a Gaussian process.
 */
export function oneWayP(values: ArrayLike<number>): number {
  const count = values.length - 1
  if (count < 2) return 1
  const steps = Float64Array.from({ length: count }, (_, index) => (values[index + 1] ?? 0) - (values[index] ?? 0))
  const sign = Math.sign(steps[0] ?? 0)
  if (sign === 0 || steps.some((step) => step * sign <= 0)) return 1
  let products = 0
  let squares = 0
  steps.forEach((step, index) => {
    squares += step * step
    products += index === 0 ? 0 : step * (steps[index - 1] ?? 0)
  })
  // About zero, where steps without drift lie. A few of them show less of their memory than they have: 2φ/n too little.
  const dependence = Math.min(mostDependence, (products / squares) * (1 + 2 / count))
  return (1 - Math.acos(dependence) / Math.PI) ** (count - 1)
}

/**
 * Two-sided p that a random walk has no drift: Student's t of its steps, with as many of them as independent ones would
 * tell as much where neighbours resemble each other. Null below three values or without any spread of the steps. O(n).
 *
 * Source: effective sample size of an AR(1), e.g. von Storch & Zwiers, Statistical Analysis in Climate Research (1999).
 */
export function driftP(values: ArrayLike<number>): number | null {
  const count = values.length - 1
  if (count < 2) return null
  const steps = Float64Array.from({ length: count }, (_, index) => (values[index + 1] ?? 0) - (values[index] ?? 0))
  const { mean, sd } = moments(steps) ?? { mean: 0, sd: 0 }
  const dependence = firstOrderAutoregression(steps)
  const independent = Math.max(2, (count * (1 - dependence)) / (1 + dependence))
  return sd > 0 ? studentTTwoSidedP((mean * Math.sqrt(independent)) / sd, independent - 1) : null
}
