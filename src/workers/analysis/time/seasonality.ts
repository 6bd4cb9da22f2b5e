/** Does a series repeat itself every so many periods? */
import { autocorrelation } from '../statistics/autocorrelation.ts'
import { firstHarmonicP } from '../statistics/first-harmonic.ts'
import { firstOrderAutoregression, prewhiten } from '../statistics/first-order-autoregression.ts'
import { moments } from '../statistics/moments.ts'
import { oneWayAnova } from '../statistics/one-way-anova.ts'
import { periodogram } from '../statistics/periodogram.ts'
import { seasonalStrength } from '../statistics/seasonal-strength.ts'
import { stl } from '../statistics/stl.ts'
import { medianSlope } from '../statistics/theil-sen-slope.ts'
import { seasonProfile, withoutLine, withoutSeason } from './season-profile.ts'
import type { RegularSeries, SeriesUnit } from './series.ts'

/** Lengths of the calendar's own cycles, in periods of each unit. */
const calendarPeriods = {
  hour: [24, 168],
  day: [7],
  week: [52, 4],
  month: [12],
  quarter: [4],
  'half-year': [2],
  year: [],
} as const satisfies Record<SeriesUnit, readonly number[]>

/** A season is called one from this share of the detrended variance on. */
const leastStrength = 0.3
const leastCycles = 3
/** Scales on which a season may go in proportion to the level differ by this much at least. */
const leastProportion = 3
/** Autocorrelation one, two and half a cycle apart from which on a series swings, though each swing is of its own length. */
const swinging = { once: 0.35, twice: 0.2, half: -0.2 } as const
const shortestSwing = 5
const leastSwings = 5
/** Swings apart up to which the autocorrelation is asked for their length. */
const mostSwingsApart = 4
/** From this length on, means of all phases spend so many degrees of freedom that a smooth season hides from them. */
const leastWavePeriod = 8
const level = 0.05

export interface SeasonalityTest {
  readonly period: number
  readonly source: 'calendar' | 'periodogram'
  /** Corrected for the periods tried, at most 1. */
  readonly p: number
  /** 0 to 1; see `seasonalStrength`. 0 also where p is not below .05, and where the series is too short for it. */
  readonly strength: number
}

export interface Season extends SeasonalityTest {
  /** Phase with the highest mean, 0 to period − 1, counted from the first value: its name is that of `starts[peakIndex]`. */
  readonly peakIndex: number
  readonly troughIndex: number
  /** Highest less lowest mean of the detrended series by phase, in the unit of the values. */
  readonly amplitude: number
  /** Rise of the trend over one cycle, in the unit of the values. */
  readonly trendInCycle: number
  /** Mean course of a cycle around 0, by phase. */
  readonly profile: Float64Array
}

/** A series that rises and falls in swings of about one length, and no two alike: sunspots, hares and lynxes. */
export interface Swings {
  /** Periods from one swing to the next, on average. */
  readonly period: number
  /** As of the season that was tested at that period. */
  readonly p: number
  /** Autocorrelation of the detrended series one swing apart. */
  readonly together: number
  /** The same half a swing apart: negative. */
  readonly opposed: number
}

export interface SeasonalityResult {
  /** The best season that passes p < .05, the strength and three cycles; the multiplicity control comes on top. */
  readonly found: Season | null
  /** Where there is no season: swings whose test passes p < .05. */
  readonly swings: Swings | null
  /** Smallest corrected p of all tests; 1 when none could be run. */
  readonly p: number
  readonly tests: readonly SeasonalityTest[]
}

/**
 * Tests the calendar's periods for the unit and, where none of them passes, the strongest of the pre-whitened
 * periodogram that the autocorrelation confirms. Each test is an analysis of variance by phase on the series without
 * its line and pre-whitened by the AR(1) of what season and line leave, or of one smooth wave where that shows more. Half of the error goes to the calendar, half to
 * all periods the periodogram could have brought up, also when only the calendar is asked.
 *
 * Source: strength of Wang, Smith & Hyndman (2006); pre-whitening after von Storch (1995). O(n log n · 60).
 */
export function seasonality(series: RegularSeries, look: 'everywhere' | 'calendar' = 'everywhere'): SeasonalityResult {
  const { values, unit } = series
  const longest = Math.floor(values.length / leastCycles)
  const slope = medianSlope(values) ?? 0
  const detrended = withoutLine(values, slope)
  const calendar = calendarPeriods[unit].filter((period) => period <= longest)
  const tests: SeasonalityTest[] = []
  for (const period of calendar) {
    const test = testPeriod(values, detrended, period, 'calendar', 2 * calendar.length)
    if (test !== null) tests.push(test)
  }
  if (look === 'everywhere' && !tests.some(passes)) {
    const searched = Math.max(1, longest - 1 - calendar.length)
    for (const period of periodogramPeriods(detrended, longest)) {
      if (calendar.some((known) => known === period)) continue
      const test = testPeriod(values, detrended, period, 'periodogram', 2 * searched)
      if (test !== null) tests.push(test)
    }
  }
  // A multiple of a season fits as well, with more means: the information criterion takes the shorter.
  const costs = new Map(tests.filter(passes).map((test) => [test, informationCriterion(detrended, test.period)]))
  const best = [...costs].sort(([, left], [, right]) => left - right)[0]?.[0]
  return {
    found: best === undefined ? null : describe(best, detrended, slope),
    swings: best === undefined ? swingsIn(tests, detrended) : null,
    p: tests.reduce((least, test) => Math.min(least, test.p), 1),
    tests,
  }
}

/** Swings of about the length of a period that the periodogram brought up; null where the series does not swing so. */
function swingsIn(tests: readonly SeasonalityTest[], detrended: Float64Array): Swings | null {
  for (const { period, source, p } of tests) {
    if (source !== 'periodogram' || p >= level || period < shortestSwing) continue
    if (detrended.length < leastSwings * period) continue
    const correlations = autocorrelation(detrended, Math.min(detrended.length - 1, (mostSwingsApart + 1) * period))
    if (correlations === null) continue
    const mean = meanSwing(correlations, period)
    const at = (swings: number): number => correlations[Math.round(swings * mean)] ?? 0
    const [together, opposed] = [at(1), at(0.5)]
    const does = together >= swinging.once && at(2) >= swinging.twice && opposed <= swinging.half
    if (does) return { period: Math.round(mean), p, together, opposed }
  }
  return null
}

/** Periods of a swing, from the farthest peak of the autocorrelation that still stands out: the more swings, the surer. */
function meanSwing(correlations: ArrayLike<number>, period: number): number {
  let mean = period
  for (let swings = 1; swings <= mostSwingsApart; swings++) {
    const reach = Math.floor(period / 4)
    const middle = Math.round(swings * mean)
    let peak = middle
    for (let lag = middle - reach; lag <= middle + reach; lag++) {
      if ((correlations[lag] ?? -1) > (correlations[peak] ?? -1)) peak = lag
    }
    if ((correlations[peak] ?? 0) < swinging.twice) break
    mean = peak / swings
  }
  return mean
}

function passes(test: SeasonalityTest): boolean {
  return test.p < level && test.strength >= leastStrength
}

/**
 * Pre-whitened analysis of variance by phase, and for long cycles a test of one wave beside it, of which the better counts
 * at twice its p; null without variance or degrees of freedom.
 */
function testPeriod(
  values: Float64Array,
  detrended: Float64Array,
  period: number,
  source: SeasonalityTest['source'],
  correction: number,
): SeasonalityTest | null {
  const rest = withoutSeason(detrended, seasonProfile(detrended, period))
  const whitened = prewhiten(detrended, firstOrderAutoregression(rest))
  const groups = Array.from({ length: period }, (_, phase) =>
    whitened.filter((_value, index) => index % period === phase),
  )
  const result = oneWayAnova(groups)
  if (result === null) return null
  const wave = period >= leastWavePeriod ? firstHarmonicP(detrended, period) : null
  const better = wave === null ? result.p : 2 * Math.min(result.p, wave)
  const p = Math.min(1, better * correction)
  // How strong it is need not be known of what is not there.
  return { period, source, p, strength: p < level ? strengthOf(values, period) : 0 }
}

/** The greater of the strengths of a season that adds to the level, and of one in proportion to it. */
function strengthOf(values: Float64Array, period: number): number {
  const strength = (scale: Float64Array): number => {
    const parts = stl(scale, period)
    return parts === null ? 0 : seasonalStrength(parts)
  }
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const proportional = least > 0 && most >= leastProportion * least
  return Math.max(strength(values), proportional ? strength(values.map(Math.log)) : 0)
}

/** Schwarz's BIC of one mean a phase. */
function informationCriterion(detrended: Float64Array, period: number): number {
  const n = detrended.length
  const rest = withoutSeason(detrended, seasonProfile(detrended, period))
  return n * Math.log((moments(rest)?.variance ?? 0) + Number.MIN_VALUE) + period * Math.log(n)
}

/** The strongest period of the pre-whitened periodogram where the autocorrelation has a peak as well. */
function periodogramPeriods(detrended: Float64Array, longest: number): number[] {
  const whitened = prewhiten(detrended, firstOrderAutoregression(detrended))
  const spectrum = periodogram(whitened)
  const correlations = autocorrelation(detrended, longest + 1)
  if (spectrum === null || correlations === null || longest < 2) return []
  let strongest = 0
  let period = 0
  spectrum.power.forEach((power, index) => {
    const steps = Math.round(1 / (spectrum.frequencies[index] ?? 1))
    if (power > strongest && steps >= 2 && steps <= longest) {
      strongest = power
      period = steps
    }
  })
  const bound = 1.96 / Math.sqrt(detrended.length)
  const isPeak = (lag: number) => {
    const here = correlations[lag] ?? 0
    return here > bound && here >= (correlations[lag - 1] ?? 0) && here >= (correlations[lag + 1] ?? -1)
  }
  return [period, period + 1, period - 1].filter((lag) => lag >= 2 && lag <= longest && isPeak(lag)).slice(0, 1)
}

function describe(test: SeasonalityTest, detrended: Float64Array, slope: number): Season {
  const profile = seasonProfile(detrended, test.period)
  const highest = Math.max(...profile)
  const lowest = Math.min(...profile)
  return {
    ...test,
    peakIndex: profile.indexOf(highest),
    troughIndex: profile.indexOf(lowest),
    amplitude: highest - lowest,
    trendInCycle: slope * test.period,
    profile,
  }
}
