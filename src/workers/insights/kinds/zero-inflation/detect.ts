/**
 * zero_inflation: far more zeros than values close to zero, so that the measure says two things: whether there is any,
 * and how much. A fact.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { quantileOfSorted } from '../../../analysis/statistics/quantiles.ts'
import { byMeasure } from '../../by-measure.ts'
import { between } from '../../detector.ts'
import type { names } from './names.ts'

const leastShare = 0.05
const mostShare = 0.98
const leastRows = 50
/** Numbers of children have many zeros, and few other values to tell a spike by. */
const leastDistinct = 13
/** Zeros in values of a bin next to zero. */
const leastExcess = 5

export const detectZeroInflation = byMeasure<typeof names>({
  mayHave,
  look: (measure, sample, { schema }) => (isSpike(sample) ? statementOf(schema, measure) : null),
})

function mayHave({ numeric, column }: Measure): boolean {
  const share = numeric.zeros / Math.max(1, numeric.n)
  return (
    numeric.n >= leastRows &&
    numeric.negatives === 0 &&
    column.distinct >= leastDistinct &&
    share >= leastShare &&
    share <= mostShare
  )
}

/** Against the bin next to zero, as wide as the other values ask for (Freedman–Diaconis), at least 1 for whole numbers. */
function isSpike(values: Float64Array): boolean {
  const ascending = shapeOfSample(values)
  const others = ascending.filter((value) => value > 0)
  const zeros = ascending.length - others.length
  const [lower, upper] = [0.25, 0.75].map((at) => quantileOfSorted(others, at) ?? 0)
  const whole = others.every((value) => Number.isInteger(value))
  const width = Math.max(whole ? 1 : 0, 2 * ((upper ?? 0) - (lower ?? 0)) * others.length ** (-1 / 3))
  if (!(width > 0)) return false
  const near = others.filter((value) => value <= width).length
  return zeros >= leastExcess * Math.max(1, near)
}

function statementOf(schema: TableSchema, { column, numeric, sql }: Measure) {
  const { dialect } = schema
  const other = (at: number): string => `${dialect.quantile(dialect.double(sql), at)} FILTER (WHERE ${sql} <> 0)`
  const zeros = dialect.countIf(`${sql} = 0`)
  const query = `SELECT ${zeros} AS zeros, ${dialect.ratio(zeros, `count(${sql})`)} AS share,
  ${other(0.5)} AS others_median, ${other(0.25)} AS others_lower, ${other(0.75)} AS others_upper,
  count(${sql}) AS n FROM ${schema.relation}`
  const share = numeric.zeros / numeric.n
  return {
    type: 'zero_inflation',
    class: 'fact',
    columns: [column.name],
    direction: 'none',
    effect: { name: 'share of zeros', value: 'share' },
    n: numeric.n,
    evidence: { sql: [query], derived: {} },
    details: { measure: column.name },
    caveats: [],
    // Most telling where zeros and others are about as many.
    score: {
      impact: 2 * share * (1 - share) + 0.3,
      effect: 0.6 * between(share, 0, 0.5),
      surprise: 0.5,
      readability: 1,
    },
  } as const
}
