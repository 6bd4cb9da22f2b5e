/** Lines over time: the series, what is fitted to it, and the point the claim is about. */
import { formatNumber, formOfColumn, formOfDifference } from '../../../../shared/format/numbers.ts'
import { formatPeriodShort } from '../../../../shared/format/periods.ts'
import { grainOfAxis } from '../../../../shared/story/drawing/axes.ts'
import type { BuildChart, Drawing } from '../builder.ts'
import { detailText, evidenceValue } from '../builder.ts'
import { type ChartSeries, chartSeries } from '../series.ts'

function write(series: ChartSeries, value: number | null): string {
  return formatNumber(value, formOfColumn(series.y.format))
}

function line(series: ChartSeries, more: Partial<Drawing['spec']>, shows: string): Drawing {
  return {
    spec: { kind: 'line', subtitle: series.subtitle, x: series.x, y: series.y, ...more },
    columns: ['period', 'value'],
    rows: series.points.map(({ period, value }) => [period, value]),
    sql: series.sql,
    reduced: false,
    shows,
  }
}

/** The same with a second column that is drawn over the marks. */
function withOverlay(drawing: Drawing, field: string, label: string, values: readonly (number | null)[]): Drawing {
  return {
    ...drawing,
    spec: { ...drawing.spec, overlay: { field, label } },
    columns: [...drawing.columns, field],
    rows: drawing.rows.map((row, index) => [...row, values[index] ?? null]),
  }
}

export const buildTrend: BuildChart = async (request) => {
  const series = await chartSeries(request)
  const [first, last] = [evidenceValue(request.draft, 'first_level'), evidenceValue(request.draft, 'last_level')]
  const end = series?.points.at(-1)
  if (series === null || first === null || last === null || end === undefined) return null
  const steps = series.points.length - 1
  const share = evidenceValue(request.draft, 'change_share')
  const change =
    share === null
      ? formatNumber(evidenceValue(request.draft, 'change'), formOfDifference(formOfColumn(series.y.format)))
      : formatNumber(share, { kind: 'percent' })
  const drawing = line(
    series,
    { annotation: { x: end.period, y: last, text: `${change.startsWith('−') ? '' : '+'}${change}` } },
    `Line chart of ${series.subject} with its fitted line, from ${write(series, first)} to ${write(series, last)}`,
  )
  return withOverlay(
    drawing,
    'fitted',
    'Fitted line',
    series.points.map((_, index) => first + ((last - first) * index) / steps),
  )
}

export const buildLevelShift: BuildChart = async (request) => {
  const series = await chartSeries(request)
  const [before, after] = [evidenceValue(request.draft, 'before_mean'), evidenceValue(request.draft, 'after_mean')]
  const since = String(request.draft.location ?? '')
  if (series === null || before === null || after === null) return null
  const drawing = line(
    series,
    { annotation: { x: since, y: after, text: `${write(series, before)} → ${write(series, after)}` } },
    `Line chart of ${series.subject} with its level before and from ${period(series, since)} on`,
  )
  return withOverlay(
    drawing,
    'level',
    'Level',
    series.points.map((point) => (point.period < since ? before : after)),
  )
}

/** Periods on each side of the marked one: single days of many years are lost in all of them. */
const around = 90
const mostShownWhole = 400

export const buildTimeOutlier: BuildChart = async (request) => {
  const at = String(request.draft.location ?? '')
  const series = await chartSeries(request, (points) => neighbourhood(points, at))
  const value = evidenceValue(request.draft, 'value')
  if (series === null || value === null) return null
  const expected = write(series, evidenceValue(request.draft, 'expected'))
  const drawing = line(
    series,
    {
      highlight: [at],
      annotation: { x: at, y: value, text: `${write(series, value)}, expected ${expected}` },
    },
    `Line chart of ${series.subject} with ${period(series, at)} marked`,
  )
  return { ...drawing, reduced: series.points.length < (evidenceValue(request.draft, 'periods') ?? 0) }
}

function neighbourhood(points: ChartSeries['points'], at: string): ChartSeries['points'] {
  const index = points.findIndex((point) => point.period === at)
  if (points.length <= mostShownWhole || index < 0) return points
  return points.slice(Math.max(0, index - around), index + around + 1)
}

export const buildRecord: BuildChart = async (request) => {
  const series = await chartSeries(request)
  const highest = evidenceValue(request.draft, 'highest')
  if (series === null || highest === null) return null
  const at = detailText(request.draft, 'highest_period')
  return line(
    series,
    {
      highlight: [at, detailText(request.draft, 'lowest_period')],
      annotation: { x: at, y: highest, text: `${write(series, highest)} in ${period(series, at)}` },
    },
    `Line chart of ${series.subject} with its highest and lowest ${grainOfAxis(series.x)} marked`,
  )
}

function period(series: ChartSeries, iso: string): string {
  return formatPeriodShort(iso, grainOfAxis(series.x))
}
