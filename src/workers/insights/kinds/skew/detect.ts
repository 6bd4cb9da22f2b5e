/**
 * skew: the values of a measure have a long tail on one side, so that their mean lies away from their middle. A fact; the
 * skewness is at least 1, and not by a few far values alone: the outer tenths lie unevenly about the median, too.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { quantileOfSorted } from '../../../analysis/statistics/quantiles.ts'
import { byMeasure } from '../../by-measure.ts'
import { between } from '../../detector.ts'
import type { names } from './names.ts'

const leastSkewness = 1
const leastRows = 100
const leastDistinct = 13
/**
 * (P90 + P10 − 2·P50) / (P90 − P10): .2 for a gamma distribution of skewness 1, 0 for a symmetric one with far values.
 *
 * Source: Kelley, Statistical Method (1923).
 */
const leastOuterTenths = 0.15
/** Distance of the mean from the median, in standard deviations: .31 for an exponential distribution. */
const leastDistance = 0.2

export const detectSkew = byMeasure<typeof names>({
  mayHave,
  look(measure, sample, { schema }) {
    const skewness = measure.numeric.skewness ?? 0
    const side = Math.sign(skewness)
    const told =
      side * outerTenths(sample) >= leastOuterTenths &&
      side * (measure.numeric.mean - measure.numeric.median) >= leastDistance * measure.numeric.sd
    return told ? statementOf(schema, measure, skewness) : null
  },
})

function mayHave({ numeric, column }: Measure): boolean {
  return numeric.n >= leastRows && column.distinct >= leastDistinct && Math.abs(numeric.skewness ?? 0) >= leastSkewness
}

/** Where most values are equal there is no middle to be away from: 0. */
function outerTenths(values: Float64Array): number {
  const ascending = shapeOfSample(values)
  const [low, middle, high] = [0.1, 0.5, 0.9].map((at) => quantileOfSorted(ascending, at) ?? 0)
  if (low === undefined || middle === undefined || high === undefined) return 0
  return low < middle && middle < high ? (high + low - 2 * middle) / (high - low) : 0
}

function statementOf(schema: TableSchema, { column, numeric, sql }: Measure, skewness: number) {
  const { dialect } = schema
  const upper = skewness > 0
  const value = dialect.double(sql)
  const query = `WITH center AS (SELECT ${dialect.mean(sql)} AS mean FROM ${schema.relation})
SELECT any_value(mean) AS mean, ${dialect.median(value)} AS median, ${dialect.skewness(value)} AS skewness,
  ${dialect.ratio(dialect.countIf(`${sql} ${upper ? '<' : '>'} mean`), `count(${sql})`)} AS share_on_side,
  ${dialect.quantile(value, upper ? 0.9 : 0.1)} AS tail_from, count(${sql}) AS n FROM ${schema.relation}, center`
  return {
    type: 'skew',
    class: 'fact',
    columns: [column.name],
    direction: upper ? 'higher' : 'lower',
    effect: { name: 'skewness', value: 'skewness' },
    n: numeric.n,
    evidence: { sql: [query], derived: {} },
    details: { measure: column.name, tail: upper ? 'upper' : 'lower' },
    caveats: [],
    score: {
      impact: 0.5 * Math.sqrt(numeric.n / Math.max(1, schema.rows)),
      effect: 0.6 * between(Math.abs(skewness), 0.5, 3),
      surprise: 0.3,
      readability: 1,
    },
  } as const
}
