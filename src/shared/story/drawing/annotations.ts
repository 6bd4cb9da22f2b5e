/** The one annotation that carries the claim, and the reference level, for chartjs-plugin-annotation. */
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import { boxLines, boxMarks, boxTop } from './box-marks.ts'
import { labelsOf, numbersOf, pointsOf } from './fields.ts'
import { frameOf, type ScriptContext, spotOf } from './pixels.ts'
import { clearPlace, widthOfText } from './placing.ts'
import { seriesLabels } from './series-labels.ts'
import { type Annotation, type ChartTheme, withOpacity } from './theme.ts'

export function annotationsOf(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  const claim = claimLabel(spec, data, theme)
  return {
    ...(spec.reference ? { reference: referenceLine(spec, data, spec.reference, theme) } : {}),
    ...(claim ? { claim } : {}),
    ...seriesLabels(spec, data, theme),
    ...boxMarks(spec, data, theme),
  }
}

function referenceLine(
  spec: ChartSpec,
  data: ChartData,
  reference: NonNullable<ChartSpec['reference']>,
  theme: ChartTheme,
): Annotation {
  return {
    type: 'line',
    scaleID: spec.horizontal ? 'x' : 'y',
    value: reference.y,
    borderColor: withOpacity(theme.text, 0.55),
    borderWidth: 1,
    borderDash: [4, 4],
    label: {
      display: true,
      content: reference.label,
      // Above the plot for a vertical line, at an end of a horizontal one: clear of the marks.
      position: spec.horizontal ? 'start' : clearEnd(spec, data, reference.y),
      yAdjust: spec.horizontal ? -18 : -9,
      backgroundColor: withOpacity(theme.background ?? '#ffffff', 0.85),
      color: theme.text,
      font: { family: theme.fontFamily, size: 11, weight: 'normal' },
      padding: { x: 4, y: 2 },
    },
  }
}

/**
 * The end of the reference line whose label covers no bar that matters: where the outer bars stay below the line, else
 * where none of them is singled out. The right end, unless only the left one is clear.
 */
export function clearEnd(spec: ChartSpec, data: ChartData, level: number): 'start' | 'end' {
  if (spec.kind !== 'bar') return 'end'
  const labels = labelsOf(data, spec.x.field)
  const values = numbersOf(data, spec.y.field)
  const singledOut = new Set(spec.highlight.map(String))
  // A label is about as wide as a quarter of the plot.
  const covered = Math.max(1, Math.ceil(labels.length / 4))
  const places = (end: 'start' | 'end'): number[] =>
    labels
      .map((_, place) => place)
      .filter((place) => (end === 'start' ? place < covered : place >= labels.length - covered))
  const stayBelow = (end: 'start' | 'end'): boolean => places(end).every((place) => (values[place] ?? 0) < level)
  const matters = (end: 'start' | 'end'): boolean => places(end).some((place) => singledOut.has(labels[place] ?? ''))
  if (stayBelow('end')) return 'end'
  if (stayBelow('start')) return 'start'
  return matters('end') && !matters('start') ? 'start' : 'end'
}

/** Bars carry the claim in their own label (`barLabels`) unless whiskers take its place. */
function claimLabel(spec: ChartSpec, data: ChartData, theme: ChartTheme): Annotation | null {
  const { annotation } = spec
  if (annotation === undefined || (spec.kind === 'bar' && spec.interval === undefined)) return null
  const place = placeOf(spec, data, annotation.x)
  if (place === null) return null
  const horizontalBars = spec.kind === 'bar' && spec.horizontal
  const style = {
    type: 'label',
    content: annotation.text,
    color: theme.accent,
    font: { family: theme.fontFamily, size: 12, weight: 'bold' },
    backgroundColor: withOpacity(theme.background ?? '#ffffff', 0.8),
    padding: { x: 5, y: 3 },
    borderRadius: 3,
  }
  if (horizontalBars) {
    return {
      ...style,
      xValue: annotation.y,
      yValue: place.value,
      position: { x: 'start', y: 'center' },
      xAdjust: 8,
      textAlign: 'center',
    }
  }
  const size = { width: widthOfText(annotation.text) + 12, height: 22 }
  const level = boxTop(spec, data) ?? annotation.y
  const shift = (context: ScriptContext) => {
    const mark = spotOf(context, place.at, level)
    const clear = clearPlace(mark, size, linesOf(spec, data, context), frameOf(context))
    return { x: clear.x - mark.x, y: clear.y - mark.y }
  }
  return {
    ...style,
    xValue: place.value,
    yValue: level,
    position: { x: 'center', y: 'center' },
    textAlign: 'center',
    xAdjust: (context: ScriptContext) => shift(context).x,
    yAdjust: (context: ScriptContext) => shift(context).y,
  }
}

/** What is drawn, as lines in pixels: words are not to be put over it. */
function linesOf(spec: ChartSpec, data: ChartData, context: ScriptContext) {
  const bins = spec.kind === 'histogram'
  const fields = [
    spec.y.field,
    ...(spec.overlay === undefined ? [] : [spec.overlay.field]),
    ...(spec.series ?? [])
      .filter(({ field, tone }) => tone !== 'quiet' && field !== spec.y.field)
      .map(({ field }) => field),
  ]
  const box = boxLines(spec, data).map((line) => line.map(([x, y]) => spotOf(context, x, y)))
  const drawn = fields.flatMap((field) => {
    const spots = pointsOf(spec, data, field).map(({ x, y }) => spotOf(context, x, y))
    // Bars are covered over their whole length, points are not joined.
    if (bins) return spots.map((top) => [top, { x: top.x, y: frameOf(context).bottom }])
    return spec.kind === 'scatter' && field === spec.y.field ? spots.map((spot) => [spot]) : [spots]
  })
  return [...drawn, ...box]
}

/** Where along the x axis a value stands, in the axis' own terms and as a number that its scale takes. */
function placeOf(spec: ChartSpec, data: ChartData, x: unknown): { value: number | string; at: number } | null {
  if (spec.x.type === 'category') {
    const labels = labelsOf(data, spec.x.field)
    const index = labels.indexOf(String(x))
    return index < 0 ? null : { value: labels[index] ?? '', at: index }
  }
  const value = spec.x.type === 'time' ? parseInstant(String(x)) : Number(x)
  return value === null || Number.isNaN(value) ? null : { value, at: value }
}
