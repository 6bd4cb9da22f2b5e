/** Columns that hold the quotient of two others: over many rows such a rate is a quotient of sums, not a mean of quotients. */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'

export interface Rate {
  readonly measure: Measure
  readonly numerator: Measure
  readonly denominator: Measure
  /** 100 where the rate is written in percent, else 1. */
  readonly scale: 1 | 100
}

const mostMeasures = 12
const rowsLookedAt = 500
const leastRows = 20
/** Part of the rows that must fit. */
const nearlyAll = 0.98
/** Half a unit of a rate rounded to two figures. */
const tolerance = 0.05

/** The rates of a table, each with the first pair of columns it is the quotient of. */
export function ratesOf(schema: TableSchema): Rate[] {
  const measures = schema.measures.slice(0, mostMeasures).flatMap((measure) => {
    const values = schema.sample.columns.get(measure.column.name)
    return values === undefined ? [] : [{ measure, values: spread(values) }]
  })
  const parts = measures.filter(({ measure }) => measure.numeric.min >= 0)
  return measures.flatMap(({ measure, values }) => {
    if (measure.additivity !== 'none' || measure.numeric.integers) return []
    for (const numerator of parts) {
      for (const denominator of parts) {
        if (new Set([measure, numerator.measure, denominator.measure]).size < 3) continue
        for (const scale of [1, 100] as const) {
          if (isQuotient(values, numerator.values, denominator.values, scale)) {
            return [{ measure, numerator: numerator.measure, denominator: denominator.measure, scale }]
          }
        }
      }
    }
    return []
  })
}

/** Values at evenly spread rows: the same rows for every column. */
function spread(values: Float64Array): Float64Array {
  const count = Math.min(rowsLookedAt, values.length)
  return Float64Array.from({ length: count }, (_, index) => values[Math.floor((index * values.length) / count)] ?? 0)
}

function isQuotient(rate: Float64Array, above: Float64Array, below: Float64Array, scale: number): boolean {
  let rows = 0
  let fitting = 0
  for (const [index, value] of rate.entries()) {
    const quotient = (scale * (above[index] ?? Number.NaN)) / (below[index] ?? Number.NaN)
    if (Number.isNaN(value) || !Number.isFinite(quotient) || quotient === 0) continue
    rows++
    if (Math.abs(value - quotient) <= tolerance * Math.abs(quotient)) fitting++
    else if (rows > 20 && fitting < 0.9 * rows) return false
  }
  return rows >= leastRows && fitting >= nearlyAll * rows
}
