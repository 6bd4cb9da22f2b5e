/** The table behind a chart as texts, for every format that shows it. */

import { readableName } from '../../shared/format/words.ts'
import type { Chart } from '../../shared/story/chart.ts'
import { formatOnAxis } from '../../shared/story/drawing/axes.ts'
import type { Scalar } from '../../shared/story/insight.ts'

/** Beyond this many rows a table under a chart is no longer read. */
const mostRows = 200

export interface ChartTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Rows not shown. */
  readonly left: number
}

/** The columns of a chart's data by the names they have in the picture. */
export function chartHeader({ spec, data }: Chart): readonly string[] {
  return data.columns.map((column) => {
    // A bin holds what is no less than where it begins, and less than where it ends.
    if (spec.kind === 'histogram' && column === spec.x.field) return `${spec.x.label} ≥`
    if (spec.kind === 'histogram' && column === 'to') return `${spec.x.label} <`
    if (column === spec.x.field) return spec.x.label
    const series = spec.series?.find(({ field }) => field === column)
    if (series !== undefined) return series.label
    if (column === spec.y.field) return spec.y.label
    if (column === spec.overlay?.field) return spec.overlay.label
    return readableName(column)
  })
}

export function chartTable(chart: Chart): ChartTable {
  const { spec, data } = chart
  const write = (column: string, value: Scalar): string => {
    if (spec.kind === 'histogram' && (column === spec.x.field || column === 'to'))
      return formatOnAxis(spec.x, value, 'full')
    if (column === spec.x.field) return formatOnAxis(spec.x, value, 'full')
    if (column === 'rows') return formatOnAxis({ ...spec.y, format: 'count' }, value, 'full')
    return formatOnAxis(spec.y, value, 'full')
  }
  return {
    header: chartHeader(chart),
    rows: data.rows.slice(0, mostRows).map((row) => row.map((value, index) => write(data.columns[index] ?? '', value))),
    left: Math.max(0, data.rows.length - mostRows),
  }
}
