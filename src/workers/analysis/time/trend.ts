/** Does a series rise or fall over its whole length? */
import { dickeyFuller, driftP, oneWayP } from '../statistics/dickey-fuller.ts'
import { mannKendall } from '../statistics/mann-kendall.ts'
import { moments } from '../statistics/moments.ts'
import { median } from '../statistics/quantiles.ts'
import { medianSlope, theilSenSlope } from '../statistics/theil-sen-slope.ts'
import { type EndLevels, endLevels } from './end-levels.ts'
import { deseasonalise, withoutLine } from './season-profile.ts'
import type { RegularSeries } from './series.ts'

const leastLength = 12
/** Least total change, in standard deviations of what the line leaves. */
const leastRiseInSd = 1.5
/** Least total change, as a share of the typical level. */
const leastRiseInLevel = 0.05

export interface TrendResult {
  readonly direction: 'up' | 'down' | 'none'
  /**
   * Mann–Kendall, two-sided, corrected for AR(1); where the series could be a random walk, the drift test's p, or twice
   * that of steps that all go one way; 1 where it cannot be computed (too short, all equal).
   */
  readonly p: number
  /** Sen's slope: change a period, in the unit of the values, with its 95 % interval. */
  readonly slope: number
  readonly slopeLow: number
  readonly slopeHigh: number
  /** Values of the fitted line at the first and the last period. */
  readonly fittedFirst: number
  readonly fittedLast: number
  /** fittedLast − fittedFirst. */
  readonly rise: number
  /** What was observed at both ends; see `endLevels`. */
  readonly ends: EndLevels
  /** Standard deviation of the deseasonalised series around the line. */
  readonly residualSd: number
  /** Median of |values|: what the rise is measured against. */
  readonly level: number
  /** Kendall's τ, −1 to 1. */
  readonly tau: number
  /** AR(1) coefficient of what the line leaves, 0 to .97. */
  readonly autoregression: number
  /** A random walk could not be rejected, so that its drift was tested. */
  readonly couldBeRandomWalk: boolean
  readonly n: number
  /** At least 12 periods, and a rise of at least 1.5 residual sd, and of 5 % of the level unless it never turns back. */
  readonly gate: boolean
}

/**
 * Mann–Kendall test and Sen's slope of the series without its season (`seasonalPeriod` of `seasonality`, null for
 * none). An AR(1) correction cannot hold back a random walk (a third of them would be called trends), and makes nothing
 * of one that rises with every step; where Dickey–Fuller does not reject one at 5 %, the mean step must differ from
 * zero, of the logarithms in `proportional` series. `p` is always there, so that the test counts also where the gate is
 * closed. O(n log n · 60).
 *
 * Source: see `mannKendall`, `theilSenSlope` and `dickeyFuller`.
 */
export function trend(series: RegularSeries, seasonalPeriod: number | null, proportional = false): TrendResult {
  const { values } = series
  const n = values.length
  const raw = medianSlope(values) ?? 0
  const deseasonalised = deseasonalise(values, seasonalPeriod, raw)
  const test = n < leastLength ? null : mannKendall(deseasonalised)
  const couldBeRandomWalk = test !== null && dickeyFuller(deseasonalised)?.rejected === false
  const steps =
    proportional && deseasonalised.every((value) => value > 0) ? deseasonalised.map(Math.log) : deseasonalised
  // Equal steps leave nothing to test.
  // A smooth rise has steps so alike that their mean is unsure, and still not one of them goes back. Two ways to look.
  const driftOrOneWay = Math.min(1, 2 * oneWayP(deseasonalised), driftP(steps) ?? 0)
  const p = couldBeRandomWalk ? driftOrOneWay : (test?.p ?? 1)
  const ends = endLevels(series, seasonalPeriod)
  const line = theilSenSlope(deseasonalised, test?.variance)
  const slope = line?.slope ?? 0
  const fittedFirst = line?.intercept ?? values[0] ?? 0
  const rise = slope * Math.max(0, n - 1)
  const residualSd = moments(withoutLine(deseasonalised, slope))?.sd ?? 0
  const level = median(values.map(Math.abs)) ?? 0
  const relevant = Math.abs(rise) >= leastRiseInLevel * level || neverTurnsBack(values)
  const largeEnough = Math.abs(rise) >= leastRiseInSd * residualSd && relevant
  return {
    direction: slope > 0 ? 'up' : slope < 0 ? 'down' : 'none',
    p: test === null ? 1 : p,
    slope,
    slopeLow: line?.low ?? slope,
    slopeHigh: line?.high ?? slope,
    fittedFirst,
    fittedLast: fittedFirst + rise,
    rise,
    ends,
    residualSd,
    level,
    tau: test?.tau ?? 0,
    autoregression: test?.autoregression ?? 0,
    couldBeRandomWalk,
    n,
    // A line that rises while what was observed at its ends falls describes nothing.
    gate: test !== null && rise !== 0 && largeEnough && (ends.last - ends.first) * rise > 0,
  }
}

/** Whether all steps go one way, as of an odometer: such a rise is the whole of the series, whatever its level. O(n). */
function neverTurnsBack(values: Float64Array): boolean {
  const direction = Math.sign((values.at(-1) ?? 0) - (values[0] ?? 0))
  return values.every((value, index) => index === 0 || direction * (value - (values[index - 1] ?? 0)) >= 0)
}
