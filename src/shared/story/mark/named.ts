/** The mark of a chart that a text names: its category, the beginning of its period, or both of its coordinates. */
import type { Chart } from '../chart.ts'
import type { Mark } from './mark.ts'

/**
 * `Oslo`, `2024-03`, `307,18` of points; of several series in one chart, `series: 2024-03`. In any case. Null where none
 * or several are so named.
 */
export function markNamed({ spec, data }: Chart, text: string): Mark | null {
  const series = (spec.series ?? []).find(({ label }) => lower(text).startsWith(`${lower(label)}:`)) ?? null
  const name = lower(series === null ? text : text.slice(series.label.length + 1)).trim()
  const [x, y] = [spec.x.field, spec.y.field].map((field) => data.columns.indexOf(field))
  const names = data.rows.map((row) => {
    const own = lower(String(row[x ?? -1] ?? ''))
    return spec.kind === 'scatter' ? `${own},${lower(String(row[y ?? -1] ?? ''))}` : own
  })
  const exact = places(names, (one) => one === name)
  const begun = exact.length > 0 || spec.x.type !== 'time' ? exact : places(names, (one) => one.startsWith(name))
  const [row, ...others] = begun
  return row === undefined || (others.length > 0 && spec.kind !== 'scatter')
    ? null
    : { row, series: series?.field ?? null }
}

function places(names: readonly string[], fits: (name: string) => boolean): number[] {
  return names.flatMap((name, index) => (fits(name) ? [index] : []))
}

function lower(text: string): string {
  return text.toLowerCase()
}
