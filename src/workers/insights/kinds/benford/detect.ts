/**
 * benford: first digits of amounts that span several orders of magnitude do not lie as they do in amounts that grew
 * together. A note on quality, never an accusation: ranges, thresholds and fixed prices do it as well.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { type BenfordResult, benford } from '../../../analysis/statistics/benford.ts'
import { moments } from '../../../analysis/statistics/moments.ts'
import { byMeasure } from '../../by-measure.ts'
import { between, type Outcome } from '../../detector.ts'
import type { names } from './names.ts'

const leastRows = 1000
/** Decimal orders from the least to the greatest value, and standard deviation of the logarithms: below, no law is to be expected. */
const leastOrders = 3
const leastSpread = 0.5
/** “Nonconformity” of Nigrini, Benford's Law (2012), table 7.1, beyond what chance alone shows. */
const leastDeviation = 0.015

export const detectBenford = byMeasure<typeof names>({
  mayHave,
  look(measure, sample, { schema }) {
    const values = shapeOfSample(sample).filter((value) => value > 0)
    const result = spreads(values) ? benford(values) : null
    const told = result !== null && result.meanDeviation - result.expectedDeviation >= leastDeviation
    return told ? statementOf(schema, measure, result) : null
  },
})

function mayHave({ numeric }: Measure): boolean {
  // Shares of one end at 1, and no law is to be expected of what has an end.
  return numeric.n >= leastRows && numeric.negatives === 0 && numeric.max > 1 && numeric.distinct >= leastRows / 4
}

function spreads(ascending: Float64Array): boolean {
  const [least, most] = [ascending[0] ?? 0, ascending.at(-1) ?? 0]
  if (ascending.length < leastRows || Math.log10(most / least) < leastOrders) return false
  return (moments(ascending.map(Math.log10))?.sd ?? 0) >= leastSpread
}

function statementOf(
  { dialect, relation }: TableSchema,
  { column, numeric, sql }: Measure,
  { shares, meanDeviation }: BenfordResult,
): NonNullable<Outcome<typeof names>['statement']> {
  const off = Array.from(shares, (share, index) => share - Math.log10(1 + 1 / (index + 1)))
  const digit = off.indexOf(Math.max(...off)) + 1
  return {
    type: 'benford',
    class: 'quality',
    columns: [column.name],
    direction: 'none',
    location: digit,
    effect: { name: 'mean deviation', value: 'mean_deviation' },
    n: numeric.n,
    evidence: {
      sql: [
        `WITH digits AS (SELECT ${dialect.leadingDigit(sql)} AS digit FROM ${relation} WHERE ${sql} <> 0),
shares AS (
  SELECT d.digit, ${dialect.ratio('(SELECT count(*) FROM digits WHERE digits.digit = d.digit)', '(SELECT count(*) FROM digits)')} AS share, log10(1 + ${dialect.ratio('1', 'd.digit')}) AS expected
  FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9)) AS d(digit)
)
SELECT avg(abs(share - expected)) AS mean_deviation, max(share) FILTER (WHERE digit = ${digit}) AS digit_share,
  max(expected) FILTER (WHERE digit = ${digit}) AS expected_share, (SELECT count(*) FROM digits) AS n FROM shares`,
      ],
      derived: {},
    },
    details: { measure: column.name, digit: String(digit) },
    caveats: [],
    score: { impact: 0.4, effect: 0.5 * between(meanDeviation, 0.01, 0.06), surprise: 0.6, readability: 0.9 },
  }
}
