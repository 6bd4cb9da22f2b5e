/** What comes next in a series: the mean of two simple methods, with an interval. */
import { dampedTrendSds, fitDampedTrend, forecastDampedTrend } from './damped-trend-smoothing.ts'
import { normalQuantile } from './normal-distribution.ts'
import { type SeasonKind, seasonalIndices } from './seasonal-indices.ts'
import { fitTheta, forecastTheta } from './theta-method.ts'

export interface Forecast {
  readonly values: Float64Array
  readonly low: Float64Array
  readonly high: Float64Array
  readonly season: SeasonKind | 'none'
}

/** So many of the latest values are fitted: what lies further back says little, and would cost time. */
const mostFitted = 1000

/**
 * Forecast of the next `horizon` values of an evenly spaced series of finite values: the mean of damped-trend smoothing
 * and Theta, both on the series without its fixed season of `period` steps (null: none), which is put back after. The
 * season is the kind, additive or multiplicative, after which smoothing errs less. The interval is that of the damped
 * trend at `confidence`. Null below eight values or a horizon below 1. O(min(n, 1000) · 1500).
 *
 * Source: the combination benchmark of Makridakis, Spiliotis & Assimakopoulos, M4, Int. J. Forecasting 36 (2020).
 */
export function combinedForecast(
  series: ArrayLike<number>,
  period: number | null,
  horizon: number,
  confidence = 0.95,
): Forecast | null {
  const values = Float64Array.from(series).slice(-mostFitted)
  if (values.length < 8 || !(horizon >= 1)) return null
  const candidates = seasonsOf(values, period).flatMap((season) => {
    const adjusted = values.map((value, index) => withoutSeason(season, value, index))
    const fit = fitDampedTrend(adjusted)
    if (fit === null) return []
    const error = fit.fitted.reduce((sum, expected, index) => {
      return sum + (withSeason(season, expected, index) - (values[index] ?? 0)) ** 2
    }, 0)
    return [{ season, adjusted, fit, error }]
  })
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (least, candidate) => (least === null || candidate.error < least.error ? candidate : least),
    null,
  )
  const theta = best === null ? null : fitTheta(best.adjusted)
  if (best === null || theta === null) return null
  const damped = forecastDampedTrend(best.fit, horizon)
  const thetas = forecastTheta(theta, horizon)
  const sds = dampedTrendSds(best.fit, horizon)
  const reach = normalQuantile(0.5 + confidence / 2)
  const at = (away: number) =>
    damped.map((value, step) => {
      const level = (value + (thetas[step] ?? 0)) / 2 + away * (sds[step] ?? 0)
      return withSeason(best.season, level, values.length + step)
    })
  return { values: at(0), low: at(-reach), high: at(reach), season: best.season.kind }
}

interface Season {
  readonly kind: SeasonKind | 'none'
  readonly indices: Float64Array
}

/** The seasons that could be: where a period is given and long enough a series, those; else none. */
function seasonsOf(values: Float64Array, period: number | null): Season[] {
  const found = (['additive', 'multiplicative'] as const).flatMap((kind) => {
    const indices = period === null ? null : seasonalIndices(values, period, kind)
    return indices === null ? [] : [{ kind, indices }]
  })
  return found.length > 0 ? found : [{ kind: 'none', indices: Float64Array.of(0) }]
}

function withSeason({ kind, indices }: Season, level: number, index: number): number {
  const season = indices[index % indices.length] ?? 0
  return kind === 'multiplicative' ? level * season : level + season
}

function withoutSeason({ kind, indices }: Season, value: number, index: number): number {
  const season = indices[index % indices.length] ?? 0
  return kind === 'multiplicative' ? value / season : value - season
}
