/** The one annotation that carries the claim, and the reference level, for chartjs-plugin-annotation. */
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import { labelsOf, numbersOf } from './fields.ts'
import { type ChartTheme, withOpacity } from './theme.ts'

type Annotation = Readonly<Record<string, unknown>>

export function annotationsOf(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  const claim = claimLabel(spec, data, theme)
  return {
    ...(spec.reference ? { reference: referenceLine(spec, data, spec.reference, theme) } : {}),
    ...(claim ? { claim } : {}),
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
  const across = place.share > 0.66 ? 'end' : place.share < 0.34 ? 'start' : 'center'
  const high = isHigh(spec, data, annotation.y)
  const horizontalBars = spec.kind === 'bar' && spec.horizontal
  return {
    type: 'label',
    xValue: horizontalBars ? annotation.y : place.value,
    yValue: horizontalBars ? place.value : annotation.y,
    content: annotation.text,
    position: horizontalBars ? { x: 'start', y: 'center' } : { x: across, y: high ? 'start' : 'end' },
    ...(horizontalBars ? { xAdjust: 8 } : { yAdjust: high ? 8 : -8 }),
    color: theme.accent,
    font: { family: theme.fontFamily, size: 12, weight: 'bold' },
    textAlign: across,
    backgroundColor: withOpacity(theme.background ?? '#ffffff', 0.8),
    padding: { x: 5, y: 3 },
    borderRadius: 3,
  }
}

/** Where along the x axis a value stands: in the axis' own terms, and as a share of its length. */
function placeOf(spec: ChartSpec, data: ChartData, x: unknown): { value: number | string; share: number } | null {
  const labels = labelsOf(data, spec.x.field)
  if (spec.x.type === 'category') {
    const index = labels.indexOf(String(x))
    return index < 0 ? null : { value: labels[index] ?? '', share: (index + 0.5) / labels.length }
  }
  const all = labels
    .map((label) => (spec.x.type === 'time' ? parseInstant(label) : Number(label)))
    .filter((one) => one !== null)
  const value = spec.x.type === 'time' ? parseInstant(String(x)) : Number(x)
  if (value === null || Number.isNaN(value) || all.length === 0) return null
  const low = Math.min(...all)
  return { value, share: (value - low) / (Math.max(...all) - low || 1) }
}

/** Whether there is more room under the point than over it. */
function isHigh(spec: ChartSpec, data: ChartData, y: number): boolean {
  const values = numbersOf(data, spec.y.field).filter((value) => value !== null)
  const low = spec.kind === 'line' || spec.kind === 'scatter' ? Math.min(...values) : 0
  return (y - low) / (Math.max(...values) - low || 1) > 0.8
}
