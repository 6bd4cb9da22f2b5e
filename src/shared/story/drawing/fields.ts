/** Columns of a chart's data by name. */
import type { ChartData } from '../chart.ts'
import type { Scalar } from '../insight.ts'

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
