/** How likely is a value as far out as this, judged by how heavy the data's own tail is? */
import { studentTTwoSidedP } from './student-t-distribution.ts'

/** Tail weights 1/ν, from normal (0) to nearly Cauchy. */
const tailWeights = [0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.8] as const
const heaviestWeight = 0.8
/**
 * Mean of the exponential prior on 1/ν: heavy tails are less common than light ones. Chosen by test/bench/calibration.ts
 * as the smallest that keeps t3 and lognormal noise near the nominal level from 24 values on.
 */
const typicalWeight = 0.25
/** Logarithm of the scale over a robust first guess. */
const logScales = Array.from({ length: 33 }, (_, index) => -1.6 + index * 0.1)
/** Above this many values, evenly spaced order statistics stand for all. */
const mostValues = 400

/** log Γ((ν + 1)/2) − log Γ(ν/2) − log(νπ)/2 + log 2 for ν = 1/weight: the half-t density's constant. */
function logNormaliser(weight: number): number {
  if (weight === 0) return 0.5 * Math.log(2 / Math.PI)
  const freedom = 1 / weight
  return logGamma((freedom + 1) / 2) - logGamma(freedom / 2) - 0.5 * Math.log(freedom * Math.PI) + Math.LN2
}

/** Stirling's series after shifting the argument above 10; error below 1e-12. */
function logGamma(x: number): number {
  let shift = 0
  let argument = x
  while (argument < 10) {
    shift -= Math.log(argument)
    argument++
  }
  const inverse = 1 / argument
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return shift + (argument - 0.5) * Math.log(argument) - argument + 0.5 * Math.log(2 * Math.PI) + series
}

const constants = tailWeights.map(logNormaliser)

/**
 * P(X ≥ x) for each of `suspects`, for distances X ≥ 0 from a centre, given the distances that are not suspected.
 * Distances are taken as half-t distributed with unknown scale and degrees of freedom, from normal to nearly Cauchy;
 * the answer averages over both by their posterior weight (flat in log scale), so that it is cautious where few data
 * tell little about the tail. The suspects enter the likelihood only as "at least as large as the largest of the
 * others", so that they cannot hide behind themselves. Null below eight other distances or when most are zero.
 * O(min(n, 400) · 429).
 *
 * Source: censored likelihood and predictive distribution, e.g. Gelman et al., Bayesian Data Analysis (2013), 1.3, 2.9.
 */
export function predictiveTail(others: ArrayLike<number>, suspects: readonly number[]): number[] | null {
  const ascending = Float64Array.from(others).sort()
  const n = ascending.length
  const typical = ascending[Math.floor(n / 2)] ?? 0
  if (n < 8 || !(typical > 0)) return null
  const kept = Math.min(n, mostValues)
  const sample = Float64Array.from(
    { length: kept },
    (_, index) => ascending[Math.floor(((index + 0.5) * n) / kept)] ?? 0,
  )
  const multiplicity = n / kept
  const bound = ascending[n - 1] ?? 0
  const squares = sample.map((value) => value * value)
  const sumOfSquares = squares.reduce((sum, square) => sum + square, 0)
  const fits: TailFit[] = []
  tailWeights.forEach((weight, position) => {
    const freedom = weight === 0 ? Number.POSITIVE_INFINITY : 1 / weight
    const width = (tailWeights[position + 1] ?? heaviestWeight) - (tailWeights[position - 1] ?? 0)
    for (const logScale of logScales) {
      const scale = (typical / 0.6745) * Math.exp(logScale)
      const inverse = 1 / (scale * scale)
      const shape =
        weight === 0 ? -0.5 * sumOfSquares * inverse : -0.5 * (freedom + 1) * sumOfLogarithms(squares, weight * inverse)
      const density = n * ((constants[position] ?? 0) - Math.log(scale)) + multiplicity * shape
      fits.push({ logWeight: density + Math.log(width) - weight / typicalWeight, freedom, scale })
    }
  })
  const weighted = weightedFits(fits, bound, suspects.length)
  const total = weighted.reduce((sum, fit) => sum + fit.weight, 0)
  return suspects.map(
    (suspect) =>
      weighted.reduce((sum, fit) => sum + fit.weight * studentTTwoSidedP(suspect / fit.scale, fit.freedom), 0) / total,
  )
}

interface TailFit {
  readonly logWeight: number
  readonly freedom: number
  readonly scale: number
}

/** Part of the weight of the best fit below which another changes nothing. */
const leastWeight = 1e-12

/**
 * Fits with their weights, among which that the suspects are at least as large as `bound` counts. What that can only
 * lessen is asked only of fits that are in the running without it.
 */
function weightedFits(fits: readonly TailFit[], bound: number, suspects: number) {
  let highest = Number.NEGATIVE_INFINITY
  const running: TailFit[] = []
  for (const fit of fits.toSorted((left, right) => right.logWeight - left.logWeight)) {
    if (fit.logWeight - highest < Math.log(leastWeight)) break
    const censored = suspects === 0 ? 0 : suspects * Math.log(studentTTwoSidedP(bound / fit.scale, fit.freedom))
    const logWeight = fit.logWeight + censored
    running.push({ ...fit, logWeight })
    highest = Math.max(highest, logWeight)
  }
  return running
    .map((fit) => ({ ...fit, weight: Math.exp(fit.logWeight - highest) }))
    .filter((fit) => fit.weight > leastWeight)
}

/** Σ log(1 + factor · square): logarithms of products of many terms, for one logarithm costs as much as forty products. */
function sumOfLogarithms(squares: Float64Array, factor: number): number {
  let sum = 0
  let product = 1
  for (let index = 0; index < squares.length; index++) {
    const term = 1 + factor * (squares[index] ?? 0)
    if (term > 1e100) {
      sum += Math.log(term)
      continue
    }
    product *= term
    if (product > 1e150) {
      sum += Math.log(product)
      product = 1
    }
  }
  return sum + Math.log(product)
}
