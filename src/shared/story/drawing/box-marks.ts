/** A box over a histogram: the middle half of the values, and their median. */
import type { ChartData, ChartSpec } from '../chart.ts'
import { numbersOf } from './fields.ts'
import { type Annotation, type ChartTheme, withOpacity } from './theme.ts'

/** Height of the box, and how far above the highest bar its middle lies, as shares of that bar. */
const height = 0.05
const above = 0.08

/** For the words above the box. */
const words = 0.1

/** Of the highest bar, how far up the axis has to go for the box and the words above it to have their place. */
export const heightWithBox = 1 + above + height + words

/** Where the box and its median are drawn, in the terms of the axes; null where the picture has none. */
function placesOf(spec: ChartSpec, data: ChartData) {
  const { box } = spec
  if (spec.kind !== 'histogram' || box === undefined) return null
  const highest = Math.max(...numbersOf(data, spec.y.field).map((value) => value ?? 0))
  const middle = highest * (1 + above)
  const half = (highest * height) / 2
  return { box, yMin: middle - half, yMax: middle + half, lineMin: middle - 1.6 * half, lineMax: middle + 1.6 * half }
}

/** Where the words of the median point to, on the axis of the rows: the upper end of its line; null without a box. */
export function boxTop(spec: ChartSpec, data: ChartData): number | null {
  return placesOf(spec, data)?.lineMax ?? null
}

/** The lines of it that no words are to cover: its upper and lower edge, and the median. */
export function boxLines(spec: ChartSpec, data: ChartData): readonly (readonly (readonly [x: number, y: number])[])[] {
  const places = placesOf(spec, data)
  if (places === null) return []
  const { box, yMin, yMax, lineMin, lineMax } = places
  return [
    [
      [box.low, yMin],
      [box.high, yMin],
    ],
    [
      [box.low, yMax],
      [box.high, yMax],
    ],
    [
      [box.middle, lineMin],
      [box.middle, lineMax],
    ],
  ]
}

export function boxMarks(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  const places = placesOf(spec, data)
  if (places === null) return {}
  const { box, yMin, yMax, lineMin, lineMax } = places
  return {
    box: {
      type: 'box',
      xMin: box.low,
      xMax: box.high,
      yMin,
      yMax,
      backgroundColor: withOpacity(theme.accent, 0.16),
      borderColor: theme.accent,
      borderWidth: 1,
      borderRadius: 2,
    },
    median: {
      type: 'line',
      xMin: box.middle,
      xMax: box.middle,
      yMin: lineMin,
      yMax: lineMax,
      borderColor: theme.accent,
      borderWidth: 2.5,
    },
  }
}
