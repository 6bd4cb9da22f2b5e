/** Exponential smoothing with a trend that fades: level and slope follow the series, and the slope dies away. */
import { nelderMead } from './nelder-mead.ts'

export interface DampedTrend {
  /** Weight of a new value in the level, 0 to 1. */
  readonly levelWeight: number
  /** Weight of a new change of level in the slope, as a share of `levelWeight`: β = α · this. */
  readonly slopeWeight: number
  /** What is left of the slope a step later, .8 to .98. */
  readonly damping: number
  readonly initialLevel: number
  readonly initialSlope: number
}

export interface DampedTrendFit extends DampedTrend {
  /** One-step forecasts of the values given. */
  readonly fitted: Float64Array
  /** Sum of squared one-step errors. */
  readonly squaredError: number
  /** Level and slope after the last value. */
  readonly level: number
  readonly slope: number
}

/** Runs given parameters over a series: ETS(A, Ad, N) in error-correction form. O(n). */
export function runDampedTrend(values: ArrayLike<number>, parameters: DampedTrend): DampedTrendFit {
  const { levelWeight, slopeWeight, damping } = parameters
  const fitted = new Float64Array(values.length)
  let level = parameters.initialLevel
  let slope = parameters.initialSlope
  let squaredError = 0
  for (let index = 0; index < values.length; index++) {
    const expected = level + damping * slope
    const error = (values[index] ?? 0) - expected
    fitted[index] = expected
    squaredError += error * error
    level = expected + levelWeight * error
    slope = damping * slope + levelWeight * slopeWeight * error
  }
  return { ...parameters, fitted, squaredError, level, slope }
}

/** The squared error of the same alone; a search asks for it thousands of times, so its numbers come one by one. */
function squaredErrorOf(
  values: Float64Array,
  levelWeight: number,
  slopeWeight: number,
  damping: number,
  initialLevel: number,
  initialSlope: number,
): number {
  const slopeGain = levelWeight * slopeWeight
  let level = initialLevel
  let slope = initialSlope
  let squaredError = 0
  for (let index = 0; index < values.length; index++) {
    const expected = level + damping * slope
    const error = (values[index] ?? 0) - expected
    squaredError += error * error
    level = expected + levelWeight * error
    slope = damping * slope + slopeGain * error
  }
  return squaredError
}

/** Values of which the first few lines give the starting level and slope. */
const startLength = 10

/**
 * Fits a damped additive trend to an evenly spaced series of finite values without season, by least squared one-step
 * errors over weights, damping and starting values. Null below five values. O(n · 600).
 *
 * Source: Gardner & McKenzie, Management Science 31 (1985); Hyndman et al., Forecasting with Exponential Smoothing
 * (2008), ETS(A, Ad, N), with the same bounds on the damping.
 */
export function fitDampedTrend(values: ArrayLike<number>): DampedTrendFit | null {
  const n = values.length
  if (n < 5) return null
  const length = Math.min(startLength, n)
  const middle = (length - 1) / 2
  let mean = 0
  let products = 0
  let squares = 0
  for (let index = 0; index < length; index++) mean += (values[index] ?? 0) / length
  for (let index = 0; index < length; index++) {
    products += (index - middle) * ((values[index] ?? 0) - mean)
    squares += (index - middle) ** 2
  }
  const firstSlope = products / squares
  const firstLevel = mean - firstSlope * (middle + 1)
  let scale = 0
  for (let index = 1; index < n; index++) scale += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0)) / (n - 1)
  if (!(scale > 0)) {
    const still = { levelWeight: 0.5, slopeWeight: 0, damping: 0.9, initialLevel: values[0] ?? 0, initialSlope: 0 }
    return runDampedTrend(values, still)
  }
  const parametersAt = (point: Float64Array): DampedTrend => ({
    levelWeight: point[0] ?? 0,
    slopeWeight: point[1] ?? 0,
    damping: point[2] ?? 0,
    initialLevel: firstLevel + scale * (point[3] ?? 0),
    initialSlope: firstSlope + scale * (point[4] ?? 0),
  })
  const known = new Float64Array(values)
  const cost = (point: Float64Array) => {
    const [level, slope] = [firstLevel + scale * (point[3] ?? 0), firstSlope + scale * (point[4] ?? 0)]
    return squaredErrorOf(known, point[0] ?? 0, point[1] ?? 0, point[2] ?? 0, level, slope)
  }
  const bounds = { low: [1e-4, 1e-4, 0.8, -50, -50], high: [0.9999, 0.9999, 0.98, 50, 50] }
  const searches = [
    [0.5, 0.1, 0.95, 0, 0],
    [0.1, 0.05, 0.97, 0, 0],
  ].map((start) => nelderMead(cost, start, [0.2, 0.1, -0.05, 0.5, 0.1], bounds, 300))
  const best = searches.reduce((least, search) => (search.value < least.value ? search : least))
  return runDampedTrend(values, parametersAt(best.at))
}

/** Forecasts of the next `horizon` values. O(horizon). */
export function forecastDampedTrend({ level, slope, damping }: DampedTrendFit, horizon: number): Float64Array {
  let reach = 0
  let power = 1
  return new Float64Array(horizon).map(() => {
    power *= damping
    reach += power
    return level + reach * slope
  })
}

/**
 * Standard deviation of the forecast 1, 2, … `horizon` steps ahead, in the unit of the values, from the one-step errors.
 * O(horizon).
 *
 * Source: Hyndman et al. (2008), table 6.1, class 1, ETS(A, Ad, N).
 */
export function dampedTrendSds(fit: DampedTrendFit, horizon: number): Float64Array {
  const freedom = Math.max(1, fit.fitted.length - 5)
  const variance = fit.squaredError / freedom
  let sum = 1
  let reach = 0
  let power = 1
  return new Float64Array(horizon).map(() => {
    const sd = Math.sqrt(variance * sum)
    power *= fit.damping
    reach += power
    const weight = fit.levelWeight * (1 + fit.slopeWeight * reach)
    sum += weight * weight
    return sd
  })
}
