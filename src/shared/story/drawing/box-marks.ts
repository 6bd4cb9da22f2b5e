/** A box over a histogram: the middle half of the values, and their median. */
import type { ChartData, ChartSpec } from '../chart.ts'
import { numbersOf } from './fields.ts'
import { type Annotation, type ChartTheme, withOpacity } from './theme.ts'

/** Height of the box, and how far above the highest bar its middle lies, as shares of that bar. */
const height = 0.05
const above = 0.08

/** Of the highest bar, how far up the axis has to go for the box to have its place. */
export const heightWithBox = 1 + above + height

export function boxMarks(spec: ChartSpec, data: ChartData, theme: ChartTheme): Record<string, Annotation> {
  const { box } = spec
  if (spec.kind !== 'histogram' || box === undefined) return {}
  const highest = Math.max(...numbersOf(data, spec.y.field).map((value) => value ?? 0))
  const middle = highest * (1 + above)
  const half = (highest * height) / 2
  return {
    box: {
      type: 'box',
      xMin: box.low,
      xMax: box.high,
      yMin: middle - half,
      yMax: middle + half,
      backgroundColor: withOpacity(theme.accent, 0.16),
      borderColor: theme.accent,
      borderWidth: 1,
      borderRadius: 2,
    },
    median: {
      type: 'line',
      xMin: box.middle,
      xMax: box.middle,
      yMin: middle - 1.6 * half,
      yMax: middle + 1.6 * half,
      borderColor: theme.accent,
      borderWidth: 2.5,
    },
  }
}
