/**
 * How many rows of a measure count as independent. Neighbours in time and rows of one key (customer, patient, sensor)
 * resemble each other: a few of them would say as much, and heaps and curves that they make are no news.
 */
import type { Artefacts } from './artefacts.ts'
import { keyCandidates, keyCodes } from './repeated-keys.ts'
import type { Measure, TableSchema } from './schema.ts'
import { intraclassCorrelation } from './statistics/intraclass-correlation.ts'

const leastShare = 1e-4
/** Rows by which likeness within a key is judged. */
const mostRows = 20_000

/**
 * Share of the rows that counts, from 0.0001 to 1: (1 − r)/(1 + r) with r the lag-1 autocorrelation in the order of time,
 * or 1 over the design effect of the key whose rows are most alike, whichever is less.
 *
 * Source: Bartlett, J. R. Statist. Soc. 98 (1935); Kish, Survey Sampling (1965).
 */
export function independentShare(schema: TableSchema, artefacts: Artefacts, measure: Measure): Promise<number> {
  const { name } = measure.column
  if (schema.declared.independent) return Promise.resolve(1)
  return artefacts.once(`independent rows:${name}`, async () => {
    const ordered = await artefacts.ordered()
    const series = ordered?.measures.get(name)
    const r = series === undefined ? 0 : Math.min(0.999, Math.max(0, lag1(series)))
    const shares = [(1 - r) / (1 + r)]
    const values = schema.sample.columns.get(name)
    for (const key of values === undefined ? [] : keyCandidates(schema)) {
      const codes = await keyCodes(schema, artefacts, key)
      const step = Math.ceil(codes.length / mostRows)
      shares.push(1 / (intraclassCorrelation(values ?? new Float64Array(), codes, step)?.designEffect ?? 1))
    }
    return Number(Math.max(leastShare, Math.min(...shares)).toPrecision(6))
  })
}

function lag1(values: Float64Array): number {
  const present = values.filter((value) => !Number.isNaN(value))
  const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length)
  let squares = 0
  let neighbours = 0
  let previous = mean
  for (const value of present) {
    squares += (value - mean) ** 2
    neighbours += (value - mean) * (previous - mean)
    previous = value
  }
  return squares > 0 ? neighbours / squares : 0
}
