/**
 * A chart's spec and data as a Chart.js configuration: one mapping, so that the window and an exported page draw the
 * same picture. Title and subtitle are not drawn; they stand above the picture as text.
 */
import { parseInstant } from '../format/periods.ts'
import type { ChartData, ChartSpec } from './chart.ts'
import { annotationsOf } from './drawing/annotations.ts'
import { categoryScale, formatOnAxis, numberScale, timeScale, valueScale } from './drawing/axes.ts'
import { barDatasets } from './drawing/bar-datasets.ts'
import { heightWithBox } from './drawing/box-marks.ts'
import { calendarDatasets, calendarHeight, calendarLabels, calendarScales } from './drawing/calendar.ts'
import { histogramDatasets, lineDatasets, scatterDatasets } from './drawing/datasets.ts'
import { labelsOf, numbersOf } from './drawing/fields.ts'
import { heatMapDatasets, heatMapHeight, heatMapScales } from './drawing/heat-map.ts'
import { panelDatasets, panelGrid, panelLabels, panelScales, panelsHeight } from './drawing/panels.ts'
import { roomForLabels } from './drawing/series-labels.ts'
import type { Annotation, ChartTheme, DrawnChart } from './drawing/theme.ts'

export type { ChartTheme, DrawnChart } from './drawing/theme.ts'

/** CSS pixels of a chart in a column of text. */
export const usualWidth = 680

/**
 * What to hand to `new Chart(canvas, …)`. Register bar, line, point, linear and category scales, filler, tooltip, and
 * the plugins annotation and datalabels. `width`, CSS pixels, decides how panels and calendars are laid out.
 */
export function chartConfiguration(
  spec: ChartSpec,
  data: ChartData,
  theme: ChartTheme,
  width: number = usualWidth,
): DrawnChart {
  switch (spec.kind) {
    case 'bar':
      return configure(spec, data, theme, {
        type: 'bar',
        labels: labelsOf(data, spec.x.field),
        datasets: barDatasets(spec, data, theme),
        scales: barScales(spec, data, theme),
      })
    case 'heat':
      return configure(spec, data, theme, {
        type: 'bar',
        labels: labelsOf(data, spec.x.field),
        datasets: heatMapDatasets(spec, data, theme),
        scales: heatMapScales(spec, theme),
      })
    case 'panels': {
      const grid = panelGrid(spec, width)
      return configure(spec, data, theme, {
        type: 'line',
        datasets: panelDatasets(spec, data, theme, grid),
        scales: panelScales(spec, data, theme, grid),
        annotations: panelLabels(spec, data, theme, grid),
      })
    }
    case 'calendar':
      return configure(spec, data, theme, {
        type: 'scatter',
        datasets: calendarDatasets(spec, data, theme, width),
        scales: calendarScales(spec, data, theme, width),
        annotations: calendarLabels(spec, data, theme, width),
      })
    case 'histogram':
      return configure(spec, data, theme, {
        type: 'bar',
        datasets: histogramDatasets(spec, data, theme),
        scales: {
          x: numberScale(spec.x, theme, histogramLimits(spec, data)),
          y: {
            ...valueScale(spec.y, theme, true, true),
            ...(spec.box === undefined ? {} : { suggestedMax: heightWithBox * largestOf(spec, data) }),
          },
        },
      })
    case 'scatter':
      return configure(spec, data, theme, {
        type: 'scatter',
        datasets: scatterDatasets(spec, data, theme),
        scales: {
          x: numberScale(spec.x, theme, {}),
          y: { ...valueScale(spec.y, theme, false, true), ...floor(spec, data), title: axisTitle(spec.y.label, theme) },
        },
      })
    case 'line':
      return configure(spec, data, theme, {
        type: 'line',
        ...(spec.x.type === 'category' ? { labels: labelsOf(data, spec.x.field) } : {}),
        datasets: lineDatasets(spec, data, theme),
        scales: { x: lineScale(spec, data, theme), y: valueScale(spec.y, theme, false, true) },
      })
  }
}

/** CSS pixels a chart needs to be read: bars from left to right grow with their number, panels with their rows. */
export function chartHeight(spec: ChartSpec, data: ChartData, width: number = usualWidth): number {
  if (spec.kind === 'panels') return panelsHeight(spec, width)
  if (spec.kind === 'calendar') return calendarHeight(spec, data, width)
  if (spec.kind === 'heat') return heatMapHeight(data)
  if (spec.kind === 'bar' && spec.horizontal) return 44 + 34 * Math.max(2, data.rows.length)
  return spec.kind === 'scatter' ? 380 : 300
}

interface Parts {
  readonly type: DrawnChart['type']
  readonly labels?: readonly string[]
  readonly datasets: DrawnChart['data']['datasets']
  readonly scales: Readonly<Record<string, unknown>>
  /** Names of its parts. */
  readonly annotations?: Readonly<Record<string, Annotation>>
}

/** Whether each series has cells or a panel of its own, none being drawn to explain another. */
export function isOfSeries({ kind }: Pick<ChartSpec, 'kind'>): boolean {
  return kind === 'heat' || kind === 'panels'
}

function configure(spec: ChartSpec, data: ChartData, theme: ChartTheme, parts: Parts): DrawnChart {
  return {
    type: parts.type,
    data: { ...(parts.labels ? { labels: parts.labels } : {}), datasets: parts.datasets },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      indexAxis: spec.horizontal ? 'y' : 'x',
      color: theme.text,
      font: { family: theme.fontFamily, size: 12 },
      layout: {
        padding: ({ chart }: { readonly chart: { readonly width: number } }) => {
          const room = roomForLabels(spec, data, chart.width)
          return { top: 22, right: 20 + room.right, bottom: 4, left: 4 + room.left }
        },
      },
      scales: withFont(parts.scales, theme),
      plugins: {
        legend: { display: false },
        title: { display: false },
        datalabels: { display: false },
        tooltip: tooltip(spec, data, theme),
        annotation: { clip: false, annotations: { ...annotationsOf(spec, data, theme), ...parts.annotations } },
      },
    },
  }
}

function withFont(scales: Parts['scales'], theme: ChartTheme): Record<string, unknown> {
  const font = { family: theme.fontFamily, size: 12 }
  return Object.fromEntries(
    Object.entries(scales).map(([name, scale]) => {
      const options = scale as { ticks?: object; title?: object }
      return [name, { ...options, ticks: { ...options.ticks, font }, title: { ...options.title, font } }]
    }),
  )
}

function axisTitle(text: string, theme: ChartTheme): object {
  return { display: text !== '', text, color: theme.text }
}

/** Values that begin near zero are drawn from there; a fitted line may dip below it, the axis does not follow. */
function floor(spec: ChartSpec, data: ChartData): { min?: number } {
  if (spec.y.scale === 'log') return {}
  const values = numbersOf(data, spec.y.field).filter((value) => value !== null)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least >= 0 && least < 0.35 * most ? { min: 0 } : {}
}

function barScales(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, unknown> {
  // With the value written at each bar, gridlines would say it twice.
  const labelled = spec.interval === undefined && spec.mark === undefined
  const values = {
    ...valueScale(spec.y, theme, spec.mark === undefined, !labelled),
    // Room for the label of the longest bar.
    ...(labelled ? { grace: spec.from === undefined ? '8%' : '14%' } : {}),
    ...(isShare(spec, data) ? { max: labelled ? 1.08 * largestOf(spec, data) : 1 } : {}),
    ...(spec.mark === undefined ? {} : dotLimits(spec, data)),
    display: !labelled,
  }
  const categories = categoryScale(theme, spec.horizontal ? 'beside' : 'below')
  return spec.horizontal ? { x: values, y: categories } : { x: categories, y: values }
}

/** Dots need no zero, but keep it where it is near; and shares never promise more than all or less than none. */
function dotLimits(spec: ChartSpec, data: ChartData): { min?: number; grace?: string } {
  const fields = [
    spec.y.field,
    spec.interval?.low,
    spec.interval?.high,
    ...(spec.series ?? []).map(({ field }) => field),
  ]
  const values = fields
    .flatMap((field) => (field === undefined ? [] : numbersOf(data, field)))
    .filter((value) => value !== null)
  const [least, most] = [Math.min(...values), Math.max(...values)]
  return least >= 0 && least < 0.35 * most ? { min: 0 } : { grace: '6%' }
}

/** Shares of a whole: the axis must not promise more than all of it. */
function isShare(spec: ChartSpec, data: ChartData): boolean {
  const largest = largestOf(spec, data)
  return spec.y.format === 'percent' && largest > 0.6 && largest <= 1
}

function largestOf(spec: ChartSpec, data: ChartData): number {
  const fields = [
    spec.y.field,
    ...(spec.interval === undefined ? [] : [spec.interval.high]),
    ...(spec.series ?? []).map(({ field }) => field),
  ]
  return Math.max(0, ...fields.flatMap((field) => numbersOf(data, field).map((value) => value ?? 0)))
}

function histogramLimits(spec: ChartSpec, data: ChartData): { min?: number; max?: number } {
  const first = numbersOf(data, spec.x.field)[0]
  const last = numbersOf(data, 'to').at(-1)
  return typeof first === 'number' && typeof last === 'number' ? { min: first, max: last } : {}
}

function lineScale(spec: ChartSpec, data: ChartData, theme: ChartTheme): object {
  if (spec.x.type === 'category') return categoryScale(theme, 'below')
  if (spec.x.type === 'number') return numberScale(spec.x, theme, {})
  const instants = labelsOf(data, spec.x.field)
    .map((label) => parseInstant(label))
    .filter((instant) => instant !== null)
  return timeScale(spec.x, theme, instants)
}

interface TooltipItem {
  readonly dataIndex: number
  readonly datasetIndex: number
}

function tooltip(spec: ChartSpec, data: ChartData, theme: ChartTheme): object {
  const at = (item: TooltipItem | undefined, field: string) => {
    const row = item === undefined ? undefined : data.rows[item.dataIndex]
    return row?.[data.columns.indexOf(field)]
  }
  return {
    displayColors: false,
    titleFont: { family: theme.fontFamily },
    bodyFont: { family: theme.fontFamily },
    // What is drawn besides the first explains that one, unless each series is shown for itself.
    filter: (item: TooltipItem) =>
      item.datasetIndex === 0 || (isOfSeries(spec) && spec.series?.[item.datasetIndex] !== undefined),
    callbacks: {
      title: (items: TooltipItem[]) => {
        const from = formatOnAxis(spec.x, at(items[0], spec.x.field), 'full')
        return spec.kind === 'histogram' ? `${from} – ${formatOnAxis(spec.x, at(items[0], 'to'), 'full')}` : from
      },
      label: (item: TooltipItem) => {
        const { interval } = spec
        const cell = isOfSeries(spec) ? spec.series?.[item.datasetIndex] : undefined
        if (cell !== undefined) return `${cell.label}: ${formatOnAxis(spec.y, at(item, cell.field), 'full')}`
        const value = `${spec.y.label}: ${formatOnAxis(spec.y, at(item, spec.y.field), 'full')}`
        if (interval === undefined) return value
        const [low, high] = [interval.low, interval.high].map((field) => formatOnAxis(spec.y, at(item, field), 'full'))
        return [value, `${interval.label}: ${low} – ${high}`]
      },
    },
  }
}
