/** The marks of each kind of chart. What the claim is about is drawn in the accent colour, all else quietly. */
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import { formatOnAxis } from './axes.ts'
import { fieldOf, labelsOf, numbersOf } from './fields.ts'
import { type ChartTheme, type DrawnDataset, type Point, withOpacity } from './theme.ts'

function highlighted(spec: ChartSpec, data: ChartData): readonly boolean[] {
  return fieldOf(data, spec.x.field).map((value) => spec.highlight.includes(value))
}

/** Colours of marks: all in accent when none is singled out. */
function colours(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly string[] {
  return highlighted(spec, data).map((one) => (one || spec.highlight.length === 0 ? theme.accent : theme.quiet))
}

export function barDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const values = numbersOf(data, spec.y.field)
  const bars: DrawnDataset = {
    label: spec.y.label,
    data: values,
    backgroundColor: colours(spec, data, theme),
    borderRadius: 2,
    categoryPercentage: 0.86,
    barPercentage: 0.9,
    maxBarThickness: 64,
    order: 2,
    datalabels: barLabels(spec, data, values, theme),
  }
  if (spec.interval === undefined) return [bars]
  return [bars, whiskers(spec.interval, data, theme)]
}

function whiskers(interval: NonNullable<ChartSpec['interval']>, data: ChartData, theme: ChartTheme): DrawnDataset {
  const low = numbersOf(data, interval.low)
  const high = numbersOf(data, interval.high)
  return {
    label: interval.label,
    data: low.map((from, index) => {
      const to = high[index]
      return from === null || to === null || to === undefined ? null : ([from, to] as const)
    }),
    backgroundColor: withOpacity(theme.text, 0.75),
    grouped: false,
    barThickness: 2,
    order: 1,
    datalabels: { display: false },
  }
}

/** The value at the end of each bar; the annotated bar carries the claim's words instead. */
function barLabels(
  spec: ChartSpec,
  data: ChartData,
  values: readonly (number | null)[],
  theme: ChartTheme,
): object | undefined {
  const { annotation } = spec
  // Between whiskers a label would hide what it explains; there the axis is drawn.
  if (spec.interval !== undefined) return { display: false }
  const labels = labelsOf(data, spec.x.field)
  const longest = Math.max(...values.map((value) => Math.abs(value ?? 0)))
  const text = (index: number): string =>
    annotation !== undefined && String(annotation.x) === labels[index]
      ? annotation.text
      : formatOnAxis(spec.y, values[index] ?? null)
  const roomInside = (index: number): boolean =>
    spec.horizontal && Math.abs(values[index] ?? 0) > 0.6 * longest && spec.highlight.includes(labels[index] ?? '')
  return {
    display: true,
    anchor: 'end',
    clamp: true,
    align: (context: { dataIndex: number }) => (roomInside(context.dataIndex) ? 'start' : 'end'),
    color: (context: { dataIndex: number }) => (roomInside(context.dataIndex) ? '#ffffff' : theme.text),
    font: (context: { dataIndex: number }) => ({
      family: theme.fontFamily,
      size: 12,
      weight: spec.highlight.includes(labels[context.dataIndex] ?? '') ? 'bold' : 'normal',
    }),
    formatter: (_value: unknown, context: { dataIndex: number }) => text(context.dataIndex),
  }
}

export function histogramDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const from = numbersOf(data, spec.x.field)
  const to = numbersOf(data, 'to')
  const counts = numbersOf(data, spec.y.field)
  return [
    {
      label: spec.y.label,
      data: counts.map((y, index): Point => ({ x: ((from[index] ?? 0) + (to[index] ?? 0)) / 2, y: y ?? Number.NaN })),
      backgroundColor: colours(spec, data, theme),
      barPercentage: 1,
      categoryPercentage: 0.96,
      // So that a single value far out is seen beside a tall middle.
      minBarLength: 2,
    },
  ]
}

/** Places on the x axis: time as milliseconds, numbers as they are, categories by their order. */
function positions(spec: ChartSpec, data: ChartData): readonly number[] {
  return fieldOf(data, spec.x.field).map((value, index) => {
    if (spec.x.type === 'category') return index
    if (typeof value === 'number') return value
    return (typeof value === 'string' ? parseInstant(value) : null) ?? Number.NaN
  })
}

function points(spec: ChartSpec, data: ChartData, field: string): readonly Point[] {
  const y = numbersOf(data, field)
  return positions(spec, data).map((x, index) => ({ x, y: y[index] ?? Number.NaN }))
}

export function lineDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const singledOut = highlighted(spec, data)
  const quiet = spec.overlay !== undefined || spec.highlight.length > 0
  const dots = data.rows.length <= 40 ? 2.5 : 0
  const line: DrawnDataset = {
    label: spec.y.label,
    data: points(spec, data, spec.y.field),
    borderColor: quiet ? theme.quiet : theme.accent,
    borderWidth: 2,
    pointRadius: singledOut.map((one) => (one ? 5 : dots)),
    pointHitRadius: 8,
    pointBackgroundColor: singledOut.map((one) => (one || !quiet ? theme.accent : theme.quiet)),
    pointBorderWidth: 0,
    spanGaps: false,
    // The first and last point are drawn whole.
    clip: 8,
    order: 2,
  }
  return [line, ...band(spec, data, theme), ...overlay(spec, data, theme)]
}

/** An interval about a line, as two hairlines with a tint between them. */
function band(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const { interval } = spec
  if (interval === undefined) return []
  const edge = {
    borderWidth: 0,
    pointRadius: 0,
    pointHitRadius: 0,
    backgroundColor: withOpacity(theme.accent, 0.14),
    order: 4,
  }
  return [
    { ...edge, label: interval.label, data: points(spec, data, interval.low), fill: '+1' },
    { ...edge, label: interval.label, data: points(spec, data, interval.high), fill: false },
  ]
}

function overlay(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  if (spec.overlay === undefined) return []
  const fitted = points(spec, data, spec.overlay.field)
    .filter((point) => !Number.isNaN(point.y))
    .toSorted((left, right) => left.x - right.x)
  return [
    {
      type: 'line',
      label: spec.overlay.label,
      data: fitted,
      borderColor: theme.accent,
      borderWidth: 2.5,
      pointRadius: 0,
      pointHitRadius: 0,
      order: 1,
    },
  ]
}

export function scatterDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const many = data.rows.length > 400
  const singledOut = highlighted(spec, data)
  const plain = spec.overlay !== undefined || spec.highlight.length > 0 ? theme.quiet : theme.accent
  return [
    {
      label: spec.y.label,
      data: points(spec, data, spec.y.field),
      pointRadius: many ? 2 : 3.5,
      pointBackgroundColor: singledOut.map((one) => (one ? theme.accent : withOpacity(plain, many ? 0.5 : 0.7))),
      pointBorderWidth: 0,
      order: 2,
    },
    ...overlay(spec, data, theme),
  ]
}
