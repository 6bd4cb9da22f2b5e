/** unusual_values: values far outside the usual range, at most one in a hundred. A fact about the range, never a verdict. */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { sampleInOrder } from '../../../analysis/shape/values.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'
import { rangeSql, type Scale, scaleOf, usualRange, widthsFor } from './range.ts'

const mostShare = 0.01
/** In a short table one value may be out of line, though it is more than one in a hundred. */
const fewestAllowed = 1
const leastRows = 30
/** Distance of the furthest value from the median, in that of the limit: just beyond the limit is nothing to speak of. */
const leastReach = 1.1
const leastDistinct = 13

export const detectUnusualValues: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.measures.some(mayHave),
  expectedWork: littleWork,
  async run({ schema, artefacts, context }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const measure of schema.measures.filter(mayHave)) {
      const sample = schema.sample.columns.get(measure.column.name) ?? new Float64Array()
      const widths = widthsFor(measure.numeric.n)
      const scale = scaleOf(measure, sample)
      if (!worthCounting(schema, measure, sampleInOrder(sample), widths, scale)) {
        outcomes.push({ p: null, statement: null })
        continue
      }
      const sql = rangeSql(schema.dialect, schema.relation, measure.sql, widths, scale)
      const row = await artefacts.once(`unusual:${measure.column.name}`, () =>
        artefacts.source.row<Record<string, number | null>>(sql),
      )
      outcomes.push({ p: null, statement: statementOf(measure, sql, row, scale) })
      await context.yieldToEventLoop()
    }
    return outcomes
  },
}

/** Only where the extremes lie far beyond the quartiles, and where half of the values are not all the same. */
function mayHave({ numeric, column }: Measure): boolean {
  const { median, min, max, n, q1, q3 } = numeric
  const spread = q3 - q1
  // The arms are at least as wide as the distance of the quartiles from the median would make them.
  return (
    n >= leastRows &&
    spread > 0 &&
    column.distinct >= leastDistinct &&
    (max - median > 2 * spread || median - min > 2 * spread)
  )
}

/** Judges by the sample, which is all of a short table, whether the exact count can come out between one value and one in a hundred. */
function worthCounting(
  { sample }: TableSchema,
  { numeric }: Measure,
  ascending: Float64Array,
  widths: number,
  scale: Scale,
): boolean {
  const range = usualRange(ascending, widths, scale)
  if (range === null) return false
  const { low, high, median } = range
  let outside = 0
  for (let index = 0; index < ascending.length; index++) {
    const value = ascending[index] ?? Number.NaN
    if (value < low || value > high) outside++
  }
  if (!sample.partial) return outside > 0 && outside <= mostOutside(ascending.length)
  // The sample tells the limits to about one in a hundred.
  const reaches = numeric.min < median - 0.98 * (median - low) || numeric.max > median + 0.98 * (high - median)
  return reaches && outside <= 2 * mostOutside(ascending.length)
}

function mostOutside(n: number): number {
  return Math.max(fewestAllowed, mostShare * n)
}

function statementOf(
  { column, numeric }: Measure,
  sql: string,
  row: Readonly<Record<string, number | null>>,
  scale: Scale,
): Outcome<typeof names>['statement'] {
  const extreme = row.most_extreme ?? null
  const [count, median] = [row.count ?? 0, row.median ?? 0]
  const limit = extreme !== null && extreme > median ? row.highest_usual : row.lowest_usual
  if (count === 0 || count > mostOutside(numeric.n) || extreme === null || typeof limit !== 'number') return null
  const place = scale === 'log' ? Math.log : (value: number) => value
  const reach = (place(extreme) - place(median)) / (place(limit) - place(median))
  if (!(reach >= leastReach)) return null
  return {
    type: 'unusual_values',
    class: 'fact',
    columns: [column.name],
    direction: extreme > median ? 'higher' : 'lower',
    location: extreme,
    effect: { name: 'count', value: 'count' },
    n: numeric.n,
    evidence: { sql: [sql], derived: {} },
    details: { measure: column.name, scale },
    caveats: [],
    score: { impact: 0.3, effect: between(reach, 1, 3), surprise: 0.6, readability: 1 },
  }
}
