/** How good would the forecasts have been, had they been made before? */

export interface RollingAccuracy {
  /** Mean absolute error over that of repeating the last season (or value) at the same places; below 1 is better. */
  readonly relativeError: number
  /** Mean absolute scaled error: over the mean one-season change within what was known at each origin. */
  readonly scaledError: number
  /** Share of the values that came that lay inside the interval; null where the forecasts have none. */
  readonly coverage: number | null
  readonly origins: number
  readonly forecasts: number
}

export interface ForecastOfNext {
  readonly values: ArrayLike<number>
  readonly low?: ArrayLike<number>
  readonly high?: ArrayLike<number>
}

/**
 * Forecasts an evenly spaced series from up to `origins` earlier moments, `horizon` steps each, and compares with what
 * came. `period` is the season's length for the naive forecast, 1 for none. At least two seasons and ten values are
 * left to the first origin. Null where there is no room for one or nothing ever changed. Cost: origins · one forecast.
 *
 * Source: Tashman, Int. J. Forecasting 16 (2000); Hyndman & Koehler, ibid. 22 (2006) for the scaled error.
 */
export function rollingOriginAccuracy(
  values: ArrayLike<number>,
  forecast: (known: Float64Array, horizon: number) => ForecastOfNext | null,
  { period = 1, horizon = 1, origins = 10 } = {},
): RollingAccuracy | null {
  const all = Float64Array.from(values)
  const n = all.length
  const earliest = Math.max(10, 2 * period)
  const latest = n - horizon
  if (latest < earliest) return null
  const places = Math.min(origins, latest - earliest + 1)
  // Evenly spread over the later half at least, so that what is judged is the present.
  const first = Math.max(earliest, Math.min(Math.floor(n / 2), latest - places + 1))
  let error = 0
  let naiveError = 0
  let scaled = 0
  let inside = 0
  let withInterval = 0
  let forecasts = 0
  let used = 0
  for (let place = 0; place < places; place++) {
    const origin = places === 1 ? latest : first + Math.round((place * (latest - first)) / (places - 1))
    const known = all.slice(0, origin)
    const next = forecast(known, horizon)
    const scale = seasonalChange(known, period)
    if (next === null || !(scale > 0)) continue
    used++
    for (let step = 0; step < horizon; step++) {
      const actual = all[origin + step] ?? 0
      const off = Math.abs((next.values[step] ?? 0) - actual)
      error += off
      scaled += off / scale
      naiveError += Math.abs((all[origin - period + (step % period)] ?? 0) - actual)
      forecasts++
      const [low, high] = [next.low?.[step], next.high?.[step]]
      if (low === undefined || high === undefined) continue
      withInterval++
      if (actual >= low && actual <= high) inside++
    }
  }
  if (forecasts === 0 || !(naiveError > 0)) return null
  return {
    relativeError: error / naiveError,
    scaledError: scaled / forecasts,
    coverage: withInterval > 0 ? inside / withInterval : null,
    origins: used,
    forecasts,
  }
}

/** Mean absolute change from one season to the next. */
function seasonalChange(values: Float64Array, period: number): number {
  let sum = 0
  for (let index = period; index < values.length; index++) {
    sum += Math.abs((values[index] ?? 0) - (values[index - period] ?? 0))
  }
  return sum / (values.length - period)
}
