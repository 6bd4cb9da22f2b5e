/** Numbers of a fall of a series from a peak to a low. */
import type { Columns, Numbers, Parameters } from './derived-function.ts'
import { nothingElse } from './movers.ts'
import { seriesOf } from './series.ts'

/** Of the columns period, value and rows; from `peak_period` to `low_period` (ISO starts). */
export function setbackNumbers(columns: Columns, parameters: Parameters): Numbers {
  const series = seriesOf(columns, parameters)
  const at = (name: string): number => {
    const value = series.raw[series.starts.indexOf(String(parameters[name]))]
    if (value === undefined) throw new Error(`The period ${parameters[name]} is not in this query`)
    return value
  }
  const [first, last] = [at('peak_period'), at('low_period')]
  return {
    ...nothingElse,
    first,
    last,
    change: last - first,
    change_share: (last - first) / first,
    times: last / first,
    after: series.starts.at(-1) === parameters.low_period ? null : (series.raw.at(-1) ?? null),
    periods: series.observed,
    n: series.rows,
  }
}
