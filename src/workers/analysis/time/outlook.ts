/** What the past of a series lets one expect: of its last period, and of those to come. */
import { combinedForecast, type Forecast } from '../statistics/combined-forecast.ts'
import { fitDampedTrend } from '../statistics/damped-trend-smoothing.ts'
import { mean } from '../statistics/mean.ts'
import { predictiveTail } from '../statistics/predictive-tail.ts'
import { type RollingAccuracy, rollingOriginAccuracy } from '../statistics/rolling-origin.ts'
import { seasonalIndices } from '../statistics/seasonal-indices.ts'

/** Values before the last, below which they let one expect nothing. */
export const leastKnown = 24
/** Errors at the start of a series, before smoothing has found its level. */
const settling = 4

export interface LatestAgainstExpected {
  readonly value: number
  readonly expected: number
  /** Ends of the 95 % interval of the forecast. */
  readonly low: number
  readonly high: number
  readonly residual: number
  /** Residual in standard deviations of the forecasts' past errors. */
  readonly z: number
  /** Of an error as large as this, judged by how heavy the tail of the errors is. */
  readonly p: number
  /** Whether the interval would have reached below what no value can be below, and stops there. */
  readonly cut: boolean
}

/**
 * The last value of an evenly spaced series against the forecast made one step before. `season` is its fixed period, or
 * null; `floor` is what no value can be below, or null. Null below 24 earlier values, or where nothing ever changed.
 * O(n · 1500).
 */
export function latestAgainstExpected(
  values: Float64Array,
  season: number | null,
  floor: number | null = null,
): LatestAgainstExpected | null {
  const known = values.subarray(0, -1)
  const value = values.at(-1)
  if (value === undefined || known.length < leastKnown) return null
  const forecast = combinedForecast(known, season, 1)
  const made = forecast === null ? null : cutAt(floor, forecast)
  const [expected, low, high] = [made?.values[0], made?.low[0], made?.high[0]]
  if (forecast === null || made === null || expected === undefined || low === undefined || high === undefined) {
    return null
  }
  const errors = pastErrors(known, season, forecast.season)
  if (errors === null) return null
  // Of a season that multiplies, an error counts by the level it comes on.
  const half = ((forecast.high[0] ?? high) - (forecast.low[0] ?? low)) / 2
  const scale = half > 0 ? (1.959964 * errors.sd) / half : 1
  const residual = value - expected
  const [p] = predictiveTail(errors.sizes, [Math.abs(residual) * scale]) ?? []
  const { cut } = made
  return p === undefined ? null : { value, expected, low, high, residual, z: (residual * scale) / errors.sd, p, cut }
}

interface Ends {
  readonly values: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
}

/**
 * A forecast and its interval without what lies below `floor`, where no value can come: what is left holds as much of what
 * comes as all of it. The forecast itself errs less for it.
 */
function cutAt(floor: number | null, { values, low, high }: Ends): Ends & { readonly cut: boolean } {
  if (floor === null || !low.some((end) => end < floor)) return { values, low, high, cut: false }
  const cut = (list: Float64Array): Float64Array => list.map((value) => Math.max(floor, value))
  return { values: cut(values), low: cut(low), high: cut(high), cut: true }
}

/**
 * Errors of one-step forecasts of the values without their season, as the fit makes them; larger by √(n/(n − 5)), for
 * the fit has seen the values it is held against.
 */
function pastErrors(known: Float64Array, season: number | null, kind: Forecast['season']) {
  const indices = season === null || kind === 'none' ? null : seasonalIndices(known, season, kind)
  const adjusted = known.map((value, index) => {
    const own = indices?.[index % indices.length]
    return own === undefined ? value : kind === 'multiplicative' ? value / own : value - own
  })
  const fit = fitDampedTrend(adjusted)
  if (fit === null) return null
  const n = adjusted.length
  const freedom = Math.max(1, n - 5 - (indices === null ? 0 : indices.length - 1))
  const inflation = Math.sqrt(n / freedom)
  const sizes = adjusted
    .map((value, index) => Math.abs(value - (fit.fitted[index] ?? value)) * inflation)
    .subarray(settling)
  const sd = Math.sqrt(sizes.reduce((sum, size) => sum + size * size, 0) / sizes.length)
  return sd > 0 ? { sizes, sd } : null
}

export interface Outlook {
  readonly values: Float64Array
  /** Ends of the interval, as wide as held 95 % of what came after earlier forecasts. */
  readonly low: Float64Array
  readonly high: Float64Array
  readonly horizon: number
  readonly accuracy: RollingAccuracy
  /** Part of what came after earlier forecasts that the method's own interval held. */
  readonly ownCoverage: number
  /** Part that the interval told here holds. */
  readonly coverage: number
  /** Error of the forecasts by that of simply repeating the mean of what was known. */
  readonly againstMean: number
  /** Whether the interval would have reached below what no value can be below, and stops there. */
  readonly cut: boolean
}

const origins = 10
const longestHorizon = 12

/** A season ahead, at most twelve periods and a sixth of what is known: further, the past says little. */
export function horizonOf(length: number, season: number | null): number {
  return Math.max(1, Math.min(season ?? longestHorizon, longestHorizon, Math.floor(length / 6)))
}

/**
 * Forecast of the next periods, with how good such forecasts were at earlier moments. The interval of the smoothing is
 * widened to what it would have had to be then, for it knows of no change of slope; it stops at `floor`, below which no
 * value can be (null: anything). Null for a series too short. O(origins · n · 1500).
 *
 * Source of the widening: split conformal prediction, Lei et al., JASA 113 (2018), on rolling origins.
 */
export function outlook(values: Float64Array, season: number | null, floor: number | null = null): Outlook | null {
  if (values.length < leastKnown) return null
  const horizon = horizonOf(values.length, season)
  const judged = { period: season ?? 1, horizon, origins }
  // How far off each earlier forecast was, in half widths of its interval.
  const reaches: number[] = []
  const accuracy = rollingOriginAccuracy(
    values,
    (known, ahead) => {
      const made = combinedForecast(known, season, ahead)
      if (made !== null) reaches.push(...reachesOf(made, values.subarray(known.length, known.length + ahead)))
      return made
    },
    judged,
  )
  const flat = rollingOriginAccuracy(
    values,
    (known, ahead) => ({ values: new Float64Array(ahead).fill(mean(known) ?? 0) }),
    judged,
  )
  const forecast = combinedForecast(values, season, horizon)
  if (accuracy === null || flat === null || forecast === null || !(flat.relativeError > 0)) return null
  const ascending = Float64Array.from(reaches).sort()
  const widening = Math.max(1, ascending[Math.ceil(0.95 * ascending.length) - 1] ?? 1)
  const within = (limit: number): number => reaches.filter((reach) => reach <= limit).length / reaches.length
  const widened = (ends: Float64Array): Float64Array =>
    ends.map((end, step) => (forecast.values[step] ?? 0) + widening * (end - (forecast.values[step] ?? 0)))
  return {
    ...cutAt(floor, { values: forecast.values, low: widened(forecast.low), high: widened(forecast.high) }),
    horizon,
    accuracy,
    ownCoverage: within(1),
    coverage: within(widening),
    againstMean: accuracy.relativeError / flat.relativeError,
  }
}

function reachesOf({ values, low, high }: Forecast, came: Float64Array): number[] {
  return Array.from(came, (value, step) => {
    const expected = values[step] ?? 0
    const end = value >= expected ? (high[step] ?? expected) : (low[step] ?? expected)
    return Math.abs(value - expected) / Math.max(1e-300, Math.abs(end - expected))
  })
}
