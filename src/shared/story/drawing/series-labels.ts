/** Series named where they end, so that no legend has to be looked up; of few periods, with their values. */
import type { ChartData, ChartSpec, Tone } from '../chart.ts'
import { formatOnAxis } from './axes.ts'
import { fitLabels } from './category-labels.ts'
import { labelsOf, numbersOf, pointsOf } from './fields.ts'
import { frameOf, type ScriptContext, spotOf } from './pixels.ts'
import { spread, widthOfText } from './placing.ts'
import { type Annotation, type ChartTheme, type Point, toneColour } from './theme.ts'

/** More quiet series than that are not named: what the claim is about is. */
const mostQuiet = 9
/** Pixels between the middles of two labels. */
const apart = 15
/** Share of the chart that names may take at its right. */
const mostShare = 0.34
/** With so few periods, both ends have their values: a slope. */
const mostPeriodsOfSlope = 3

interface Named {
  readonly label: string
  readonly tone: Tone
  readonly first: Point
  readonly last: Point
}

/** Whether the values are written at both ends. */
export function isSlope(spec: ChartSpec, data: ChartData): boolean {
  return spec.kind === 'line' && spec.series !== undefined && data.rows.length <= mostPeriodsOfSlope
}

export function seriesLabels(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  if (spec.kind === 'bar') return dotLabels(spec, data, theme)
  if (spec.kind !== 'line') return {}
  const shown = namedSeries(spec, data)
  const slope = isSlope(spec, data)
  const text = (context: ScriptContext, index: number): string => {
    const room = Math.max(8, Math.floor((mostShare * context.chart.width) / widthOfText('x')) - (slope ? 6 : 0))
    const name =
      fitLabels(
        shown.map(({ label }) => label),
        room,
      )[index] ?? ''
    return slope ? `${name} ${formatOnAxis(spec.y, shown[index]?.last.y)}` : name
  }
  const heights = (context: ScriptContext, end: 'first' | 'last'): readonly number[] => {
    const { top, bottom } = frameOf(context)
    return spread(
      shown.map((one) => spotOf(context, one[end].x, one[end].y).y),
      apart,
      top,
      bottom,
    )
  }
  const labels: Record<string, Annotation> = {}
  for (const [index, one] of shown.entries()) {
    const style = {
      type: 'label',
      color: one.tone === 'quiet' ? theme.text : toneColour(one.tone, theme),
      font: { family: theme.fontFamily, size: 11.5, weight: one.tone === 'quiet' ? 'normal' : 'bold' },
      padding: { x: 2, y: 0 },
    }
    labels[`series-${index}`] = {
      ...style,
      content: (context: ScriptContext) => text(context, index),
      xValue: one.last.x,
      yValue: one.last.y,
      position: { x: 'start', y: 'center' },
      xAdjust: 8,
      yAdjust: (context: ScriptContext) =>
        (heights(context, 'last')[index] ?? 0) - spotOf(context, one.last.x, one.last.y).y,
    }
    if (!slope) continue
    labels[`start-${index}`] = {
      ...style,
      content: formatOnAxis(spec.y, one.first.y),
      xValue: one.first.x,
      yValue: one.first.y,
      position: { x: 'end', y: 'center' },
      xAdjust: -8,
      yAdjust: (context: ScriptContext) =>
        (heights(context, 'first')[index] ?? 0) - spotOf(context, one.first.x, one.first.y).y,
    }
  }
  return labels
}

/** The names of two dots above the first pair of them, each turned away from the other. */
function dotLabels(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  const [category] = labelsOf(data, spec.x.field)
  const first = (spec.series ?? []).map(({ field }) => numbersOf(data, field)[0] ?? null)
  if (category === undefined || !spec.horizontal) return {}
  const leftmost = Math.min(...first.filter((value) => value !== null))
  const entries = (spec.series ?? []).flatMap(({ label, tone }, index): [string, Annotation][] => {
    const value = first[index]
    if (value === null || value === undefined) return []
    const annotation = {
      type: 'label',
      content: label,
      xValue: value,
      yValue: category,
      position: { x: value === leftmost && first.indexOf(value) === index ? 'end' : 'start', y: 'center' },
      xAdjust: value === leftmost && first.indexOf(value) === index ? 6 : -6,
      yAdjust: -17,
      color: tone === 'quiet' ? theme.text : toneColour(tone, theme),
      font: { family: theme.fontFamily, size: 11.5, weight: 'bold' },
      padding: 0,
    }
    return [[`dot-${index}`, annotation]]
  })
  return Object.fromEntries(entries)
}

/** Pixels to be left free for the names, at a chart of that width. */
export function roomForLabels(spec: ChartSpec, data: ChartData, width: number): { left: number; right: number } {
  if (spec.kind !== 'line') return { left: 0, right: 0 }
  const shown = namedSeries(spec, data)
  if (shown.length === 0) return { left: 0, right: 0 }
  const slope = isSlope(spec, data)
  const longest = Math.max(
    ...shown.map(({ label, last }) => widthOfText(slope ? `${label} ${formatOnAxis(spec.y, last.y)}` : label)),
  )
  const first = Math.max(...shown.map(({ first }) => widthOfText(formatOnAxis(spec.y, first.y))))
  return { left: slope ? first : 0, right: Math.min(longest, mostShare * width) }
}

function namedSeries(spec: ChartSpec, data: ChartData): readonly Named[] {
  const series = spec.series ?? []
  const quiet = series.filter(({ tone }) => tone === 'quiet')
  return series
    .filter(({ tone }) => tone !== 'quiet' || quiet.length <= mostQuiet)
    .flatMap(({ field, label, tone }): Named[] => {
      const there = pointsOf(spec, data, field).filter(({ y }) => !Number.isNaN(y))
      const [first, last] = [there[0], there.at(-1)]
      return first === undefined || last === undefined ? [] : [{ label, tone, first, last }]
    })
}
