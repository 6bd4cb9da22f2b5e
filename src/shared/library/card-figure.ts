/** The shape of a story's first chart, small enough for a list: no axes, no numbers, only how it runs. */
import { z } from 'zod'
import type { Chart } from '../story/chart.ts'

export const cardFigureSchema = z.object({
  kind: z.enum(['line', 'bar']),
  /** From 0, the lowest or the axis, to 1, the highest. */
  values: z.array(z.number().min(0).max(1)).min(2).max(40),
})
export type CardFigure = z.infer<typeof cardFigureSchema>

const mostPoints = 40
const mostBars = 12

/** Null of charts without a run of values: too few, or one cloud of points. */
export function cardFigureOf(charts: readonly Chart[]): CardFigure | null {
  for (const { spec, data } of charts) {
    const y = data.columns.indexOf(spec.y.field)
    const amounts = data.rows.flatMap((row) => {
      const value = row[y]
      return typeof value === 'number' && Number.isFinite(value) ? [value] : []
    })
    if (spec.kind === 'scatter' || amounts.length < 2) continue
    const kind = spec.kind === 'line' ? 'line' : 'bar'
    const values = kind === 'line' ? thinned(amounts) : amounts.slice(0, mostBars)
    // Bars are lengths from nothing; a line runs between its ends.
    const low = kind === 'line' ? Math.min(...values) : Math.min(0, ...values)
    const span = Math.max(0, ...values) - low
    const height = kind === 'line' ? Math.max(...values) - low : span
    if (height <= 0) continue
    return { kind, values: values.map((value) => Number(((value - low) / height).toFixed(3))) }
  }
  return null
}

/** Means of runs of equal length, so that a long series keeps its course. */
function thinned(amounts: readonly number[]): number[] {
  if (amounts.length <= mostPoints) return [...amounts]
  return Array.from({ length: mostPoints }, (_, index) => {
    const from = Math.floor((index * amounts.length) / mostPoints)
    const run = amounts.slice(from, Math.max(from + 1, Math.floor(((index + 1) * amounts.length) / mostPoints)))
    return run.reduce((sum, value) => sum + value, 0) / run.length
  })
}
