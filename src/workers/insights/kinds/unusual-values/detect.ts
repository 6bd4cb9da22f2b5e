/**
 * unusual_values: values far outside the usual range, at most one in a hundred. A fact about the range, never a verdict.
 *
 * The range is the median ± 3.5 robust standard deviations, taken on each side by itself, so that a skewed measure has
 * a longer arm where its values have one (double median absolute deviation; Rosenmai 2013, modified z of Iglewicz and
 * Hoaglin 1993).
 */

import { exactQuantiles } from '../../../analysis/profile/numeric-stats.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { between, type Detector, type Outcome } from '../../detector.ts'
import { littleWork } from '../../work.ts'
import type { names } from './names.ts'

const mostShare = 0.01
const leastRows = 30
/** 3.5 · 1.4826. */
const widths = 5.1891

export const detectUnusualValues: Detector<typeof names> = {
  family: null,
  appliesTo: (schema) => schema.measures.some(mayHave),
  expectedWork: littleWork,
  async run({ schema, artefacts }) {
    const outcomes: Outcome<typeof names>[] = []
    for (const measure of schema.measures.filter(mayHave)) {
      if (!worthCounting(schema, measure)) {
        outcomes.push({ p: null, statement: null })
        continue
      }
      const sql = rangeSql(schema, measure)
      const row = await artefacts.once(`unusual:${measure.column.name}`, () =>
        artefacts.database.row<Record<string, number | null>>(sql),
      )
      const count = row.count ?? 0
      const extreme = row.most_extreme
      const n = measure.numeric.n
      if (
        count === 0 ||
        count > mostShare * n ||
        typeof extreme !== 'number' ||
        row.lowest_usual === row.highest_usual
      ) {
        outcomes.push({ p: null, statement: null })
        continue
      }
      const high = row.highest_usual ?? 0
      const low = row.lowest_usual ?? 0
      const median = row.median ?? 0
      const reach = extreme >= high ? (extreme - median) / (high - median) : (median - extreme) / (median - low)
      outcomes.push({
        p: null,
        statement: {
          type: 'unusual_values',
          class: 'fact',
          columns: [measure.column.name],
          direction: extreme > high ? 'higher' : 'lower',
          location: extreme,
          effect: { name: 'count', value: 'count' },
          n,
          evidence: { sql: [sql], derived: {} },
          details: { measure: measure.column.name },
          caveats: [],
          score: { impact: 0.3, effect: between(reach, 1, 4), surprise: 0.6, readability: 1 },
        },
      })
    }
    return outcomes
  },
}

/** Only where the extremes lie far beyond the quartiles, and where half of the values are not all the same. */
function mayHave({ numeric, column }: Measure): boolean {
  const spread = (column.stats.q3 ?? 0) - (column.stats.q1 ?? 0)
  const { median, min, max, n } = numeric
  // The arms are at least as wide as the distance of the quartiles from the median would make them.
  return (
    n >= leastRows && spread > 0 && column.distinct > 12 && (max - median > 2 * spread || median - min > 2 * spread)
  )
}

/** Judges by the sample, which is all of a short table, whether the exact count can come out between one value and one in a hundred. */
function worthCounting({ sample }: TableSchema, { column, numeric }: Measure): boolean {
  const values = sample.columns.get(column.name)
  if (values === undefined) return true
  const { median } = numeric
  const present = values.filter((value) => !Number.isNaN(value))
  const arm = (side: Float64Array): number => exactQuantiles(side, [0.5], ...range(side))[0] ?? 0
  const below = arm(present.filter((value) => value <= median).map((value) => median - value))
  const above = arm(present.filter((value) => value >= median).map((value) => value - median))
  const outside = present.filter((value) => value < median - widths * below || value > median + widths * above).length
  const reaches = numeric.min < median - 0.9 * widths * below || numeric.max > median + 0.9 * widths * above
  if (!sample.partial) return outside > 0 && outside <= mostShare * present.length
  return reaches && outside <= 2 * mostShare * present.length
}

function range(values: Float64Array): [number, number] {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return [min, max]
}

function rangeSql({ relation }: TableSchema, { sql }: Measure): string {
  return `WITH middle AS (SELECT median(${sql}) AS median FROM ${relation}),
arms AS (
  SELECT middle.median AS median, median(middle.median - ${sql}) FILTER (${sql} <= middle.median) AS below,
    median(${sql} - middle.median) FILTER (${sql} >= middle.median) AS above
  FROM ${relation}, middle GROUP BY middle.median
), usual AS (SELECT median, median - ${widths} * below AS lowest, median + ${widths} * above AS highest FROM arms)
SELECT count_if(${sql} < lowest OR ${sql} > highest) AS count,
  count_if(${sql} < lowest OR ${sql} > highest) / count(${sql}) AS share,
  greatest(any_value(lowest), min(${sql})) AS lowest_usual, least(any_value(highest), max(${sql})) AS highest_usual,
  CASE WHEN max(${sql}) - any_value(median) >= any_value(median) - min(${sql}) THEN max(${sql}) ELSE min(${sql}) END AS most_extreme,
  any_value(median) AS median, count(${sql}) AS n
FROM ${relation}, usual`
}
