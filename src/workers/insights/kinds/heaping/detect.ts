/**
 * heaping: values pile up on round last digits, as where people estimate, or on one end of their range, as where a scale
 * is cut off. A note on quality; last digits at least .2 (Cohen's w) from even, or 2 % of the values on an end.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { type Fineness, finenessOf } from '../../../analysis/shape/digits.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { lastDigitHeaping } from '../../../analysis/statistics/last-digit-heaping.ts'
import { quantileOfSorted } from '../../../analysis/statistics/quantiles.ts'
import { byMeasure } from '../../by-measure.ts'
import { between, type Outcome } from '../../detector.ts'
import type { names } from './names.ts'

const leastW = 0.2
const mostP = 1e-4
const leastRows = 100
const leastDistinct = 30
/** Units of the last place that the inner nine tenths must reach over: last digits of few grades are never even. */
const leastReach = 30
/** Where the digit 0 alone is in excess among decimals, values are of two precisions, which is another kind. */
const excessOfDigit = 1.3
const leastOnEnd = 0.02
const leastExcessOnEnd = 3

export const detectHeaping = byMeasure<typeof names>({
  mayHave,
  look(measure, sample, { schema }) {
    const ascending = shapeOfSample(sample)
    const fine = finenessOf(ascending)
    return onDigits(schema, measure, ascending, fine) ?? onEnd(schema, measure, ascending, fine)
  },
})

function mayHave({ numeric, column }: Measure): boolean {
  return numeric.n >= leastRows && column.distinct >= leastDistinct && column.rescaled !== true
}

type HeapingStatement = NonNullable<Outcome<typeof names>['statement']>

function onDigits(
  schema: TableSchema,
  measure: Measure,
  ascending: Float64Array,
  fine: Fineness | null,
): HeapingStatement | null {
  const { dialect } = schema
  if (fine === null || fine.computed) return null
  // Where all values are multiples of ten, it is the digit before that people choose.
  const power = Math.round(Math.log10(fine.step))
  // Multiples of 5 or 25 have uneven last digits by nature: that is their precision.
  if (Math.abs(10 ** power / fine.step - 1) > 1e-9) return null
  const decimals = -power
  const inner = [0.05, 0.95].map((at) => quantileOfSorted(ascending, at) ?? 0)
  if (((inner[1] ?? 0) - (inner[0] ?? 0)) / 10 ** power < leastReach) return null
  const result = lastDigitHeaping(ascending, decimals)
  if (result === null || result.w < leastW || result.p > mostP) return null
  const common = [...result.counts.keys()].filter(
    (digit) =>
      (result.counts[digit] ?? 0) >= (excessOfDigit * result.n) / 10 && (digit === result.digit || digit % 5 === 0),
  )
  // People round to 0 and 5, and price to 9; other digits come of conversions.
  if (!common.some((digit) => digit % 5 === 0 || digit === 9)) return null
  if (decimals > 0 && common.length === 1 && common[0] === 0) return null
  const unit = 10 ** power
  const { column, numeric, sql } = measure
  const list = common.join(', ')
  const lies = `${dialect.lastDigit(dialect.ratio(sql, String(unit)))} IN (${list})`
  return {
    ...base(measure),
    location: common.join(' or '),
    evidence: {
      sql: [
        `SELECT ${dialect.countIf(lies)} AS rows, ${dialect.ratio(dialect.countIf(lies), `count(${sql})`)} AS share, ${dialect.double(String(common.length / 10))} AS expected_share, count(${sql}) AS n FROM ${schema.relation}`,
      ],
      derived: {},
    },
    details: { measure: column.name, digits: common.join(' or '), end: null, decimals },
    n: numeric.n,
    score: { impact: 0.3, effect: 0.5 * between(result.w, 0.1, 1.2), surprise: 0.5, readability: 1 },
  }
}

function onEnd(
  schema: TableSchema,
  measure: Measure,
  ascending: Float64Array,
  fine: Fineness | null,
): HeapingStatement | null {
  const { dialect } = schema
  const { column, numeric, sql } = measure
  const n = ascending.length
  // Half a bin of a histogram (Freedman–Diaconis), and at least the two next values of a grid.
  const width = Math.max((numeric.q3 - numeric.q1) * n ** (-1 / 3), fine === null || fine.computed ? 0 : 2 * fine.step)
  for (const end of ['highest', 'lowest'] as const) {
    const value = end === 'highest' ? numeric.max : numeric.min
    const [on, near] = countAround(ascending, value, width)
    // Zeros are a kind of their own.
    if (value === 0 || on < leastOnEnd * n || on < leastExcessOnEnd * Math.max(1, near)) continue
    const rows = dialect.countIf(`${sql} = ${value}`)
    return {
      ...base(measure),
      location: value,
      evidence: {
        sql: [
          `SELECT ${rows} AS rows, ${dialect.ratio(rows, `count(${sql})`)} AS share, ${dialect.double('NULL')} AS expected_share, count(${sql}) AS n FROM ${schema.relation}`,
        ],
        derived: {},
      },
      details: { measure: column.name, digits: null, end, decimals: 0 },
      n: numeric.n,
      score: { impact: 0.3, effect: 0.5 * between(on / n, 0, 0.2), surprise: 0.5, readability: 1 },
    }
  }
  return null
}

/** Values equal to `value`, and others at most `width` from it. */
function countAround(values: Float64Array, value: number, width: number): readonly [number, number] {
  let [on, near] = [0, 0]
  for (let index = 0; index < values.length; index++) {
    const one = values[index] ?? Number.NaN
    if (one === value) on++
    else if (Math.abs(one - value) <= width) near++
  }
  return [on, near]
}

function base({ column }: Measure) {
  return {
    type: 'heaping',
    class: 'quality',
    columns: [column.name],
    direction: 'none',
    effect: { name: 'share', value: 'share' },
    caveats: [],
  } as const
}
