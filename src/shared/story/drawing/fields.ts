/** Columns of a chart's data by name, and where its rows stand along x. */
import { parseInstant } from '../../format/periods.ts'
import type { ChartData, ChartSpec } from '../chart.ts'
import type { Scalar } from '../insight.ts'
import type { Point } from './theme.ts'

export function fieldOf(data: ChartData, field: string): readonly Scalar[] {
  const index = data.columns.indexOf(field)
  if (index < 0) throw new RangeError(`The chart's data has no column ${field}`)
  return data.rows.map((row) => row[index] ?? null)
}

export function numbersOf(data: ChartData, field: string): readonly (number | null)[] {
  return fieldOf(data, field).map((value) => (typeof value === 'number' ? value : null))
}

export function labelsOf(data: ChartData, field: string): readonly string[] {
  return fieldOf(data, field).map((value) => (value === null ? '(empty)' : String(value)))
}

/** Of each row, whether its mark is singled out. */
export function highlighted(spec: ChartSpec, data: ChartData): readonly boolean[] {
  return fieldOf(data, spec.x.field).map((value) => spec.highlight.includes(value))
}

/** Places on the x axis: time as milliseconds, numbers as they are, categories by their order. */
function positions(spec: ChartSpec, data: ChartData): readonly number[] {
  return fieldOf(data, spec.x.field).map((value, index) => {
    if (spec.x.type === 'category') return index
    if (typeof value === 'number') return value
    return (typeof value === 'string' ? parseInstant(value) : null) ?? Number.NaN
  })
}

export function pointsOf(spec: ChartSpec, data: ChartData, field: string): readonly Point[] {
  const y = numbersOf(data, field)
  return positions(spec, data).map((x, index) => ({ x, y: y[index] ?? Number.NaN }))
}
