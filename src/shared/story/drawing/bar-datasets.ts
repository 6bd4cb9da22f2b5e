/** Bars and dots of categories. What the claim is about is drawn in the accent colour, all else quietly. */
import type { ChartData, ChartSpec } from '../chart.ts'
import { formatOnAxis } from './axes.ts'
import { fieldOf, highlighted, labelsOf, numbersOf } from './fields.ts'
import { type ChartTheme, type DrawnDataset, toneColour, withOpacity } from './theme.ts'

/** Colours of marks: all in accent when none is singled out. */
export function colours(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly string[] {
  return highlighted(spec, data).map((one) => (one || spec.highlight.length === 0 ? theme.accent : theme.quiet))
}

export function barDatasets(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  if (spec.series !== undefined) return dumbbells(spec, spec.series, data, theme)
  if (spec.mark === 'dot') return dots(spec, data, theme)
  const values = numbersOf(data, spec.y.field)
  const bars: DrawnDataset = {
    label: spec.y.label,
    data: spec.from === undefined ? values : spans(numbersOf(data, spec.from), values),
    backgroundColor: colours(spec, data, theme),
    borderRadius: 2,
    categoryPercentage: 0.86,
    barPercentage: 0.9,
    maxBarThickness: 64,
    order: 2,
    datalabels: barLabels(spec, data, values, theme),
  }
  if (spec.interval === undefined) return [bars]
  return [bars, whiskers(spec.interval, data, withOpacity(theme.text, 0.75))]
}

/** From where each bar begins, by what it adds. */
function spans(from: readonly (number | null)[], added: readonly (number | null)[]): DrawnDataset['data'] {
  return from.map((start, index) => {
    const by = added[index] ?? null
    return start === null || by === null ? by : ([start, start + by] as const)
  })
}

function dots(spec: ChartSpec, data: ChartData, theme: ChartTheme): readonly DrawnDataset[] {
  const own = colours(spec, data, theme)
  const marks: DrawnDataset = {
    ...dot,
    label: spec.y.label,
    data: numbersOf(data, spec.y.field),
    indexAxis: spec.horizontal ? 'y' : 'x',
    pointBackgroundColor: own,
    datalabels: { display: false },
  }
  if (spec.interval === undefined) return [marks]
  return [marks, { ...whiskers(spec.interval, data, own), barThickness: 3, borderRadius: 1.5, order: 2 }]
}

const dot = {
  type: 'line',
  showLine: false,
  pointRadius: 5.5,
  pointHoverRadius: 6,
  pointBorderWidth: 0,
  order: 1,
} as const

/** A dot for each series on a line of its category, joined by a hairline. */
function dumbbells(
  spec: ChartSpec,
  series: NonNullable<ChartSpec['series']>,
  data: ChartData,
  theme: ChartTheme,
): readonly DrawnDataset[] {
  const values = series.map(({ field }) => numbersOf(data, field))
  const singledOut = highlighted(spec, data)
  const strong = (index: number): boolean => spec.highlight.length === 0 || singledOut[index] === true
  return [
    ...series.map(
      ({ label, tone }, place): DrawnDataset => ({
        ...dot,
        label,
        data: values[place] ?? [],
        indexAxis: spec.horizontal ? 'y' : 'x',
        pointBackgroundColor: data.rows.map((_, index) =>
          strong(index) ? toneColour(tone, theme) : withOpacity(toneColour(tone, theme), 0.55),
        ),
        datalabels: { display: false },
      }),
    ),
    ...series.flatMap(({ interval, label, tone }): readonly DrawnDataset[] =>
      interval === undefined
        ? []
        : [
            {
              ...whiskers({ ...interval, label }, data, withOpacity(toneColour(tone, theme), 0.28)),
              barThickness: 8,
              borderRadius: 4,
              order: 2,
            },
          ],
    ),
    {
      label: spec.y.label,
      data: data.rows.map((_, index) => {
        const there = values.flatMap((column) => column[index] ?? [])
        return there.length < 2 ? null : ([Math.min(...there), Math.max(...there)] as const)
      }),
      backgroundColor: data.rows.map((_, index) => withOpacity(theme.text, strong(index) ? 0.6 : 0.3)),
      grouped: false,
      barThickness: 2,
      order: 3,
      datalabels: { display: false },
    },
  ]
}

function whiskers(
  interval: NonNullable<ChartSpec['interval']>,
  data: ChartData,
  colour: string | readonly string[],
): DrawnDataset {
  const low = numbersOf(data, interval.low)
  const high = numbersOf(data, interval.high)
  return {
    label: interval.label,
    data: low.map((from, index) => {
      const to = high[index]
      return from === null || to === null || to === undefined ? null : ([from, to] as const)
    }),
    backgroundColor: colour,
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
  const starts = spec.from === undefined ? [] : fieldOf(data, spec.from)
  const text = (index: number): string => {
    if (annotation !== undefined && String(annotation.x) === labels[index]) return annotation.text
    const value = values[index] ?? null
    const isStep = spec.from !== undefined && starts[index] !== null
    return `${isStep && value !== null && value > 0 ? '+' : ''}${formatOnAxis(spec.y, value)}`
  }
  const roomInside = (index: number): boolean =>
    spec.horizontal &&
    spec.from === undefined &&
    Math.abs(values[index] ?? 0) > 0.6 * longest &&
    spec.highlight.includes(labels[index] ?? '')
  const isNegative = (index: number): boolean => (values[index] ?? 0) < 0
  return {
    display: true,
    anchor: (context: { dataIndex: number }) => (isNegative(context.dataIndex) ? 'start' : 'end'),
    clamp: true,
    align: (context: { dataIndex: number }) =>
      roomInside(context.dataIndex) !== isNegative(context.dataIndex) ? 'start' : 'end',
    color: (context: { dataIndex: number }) =>
      roomInside(context.dataIndex) ? (theme.background ?? '#ffffff') : theme.text,
    font: (context: { dataIndex: number }) => ({
      family: theme.fontFamily,
      size: 12,
      weight: spec.highlight.includes(labels[context.dataIndex] ?? '') ? 'bold' : 'normal',
    }),
    formatter: (_value: unknown, context: { dataIndex: number }) => text(context.dataIndex),
  }
}
