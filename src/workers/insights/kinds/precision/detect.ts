/**
 * precision: some values are written to fewer decimals than the others, or all values are multiples of a coarse step. A
 * note on quality.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { type Fineness, finenessOf } from '../../../analysis/shape/digits.ts'
import { byMeasure } from '../../by-measure.ts'
import { between } from '../../detector.ts'
import type { names } from './names.ts'

const leastRows = 50
const leastDistinct = 13
/** One value in ten ends in a zero that is not written; so many more are of another precision. */
const leastExcess = 0.1
const leastFine = 0.1
/** Steps of which multiples are no more than whole numbers, or half of them. */
const finestStep = 5
/** Values screened; the counts told are of all rows. */
const screened = 20_000

export const detectPrecision = byMeasure<typeof names>({
  mayHave,
  look(measure, sample, { schema }) {
    const fine = finenessOf(screenedOf(sample))
    return fine === null ? null : statementOf(schema, measure, fine)
  },
})

/** Every so-manieth value without the zeros: a zero is as fine as any value. */
function screenedOf(sample: Float64Array): Float64Array {
  const step = Math.max(1, Math.ceil(sample.length / screened))
  const kept = new Float64Array(Math.ceil(sample.length / step))
  let count = 0
  for (let index = 0; index < sample.length; index += step) {
    const value = sample[index] ?? Number.NaN
    if (value !== 0) kept[count++] = value
  }
  return kept.subarray(0, count)
}

function mayHave({ numeric, column }: Measure): boolean {
  return numeric.n >= leastRows && column.distinct >= leastDistinct && column.rescaled !== true
}

function statementOf(schema: TableSchema, { column, numeric, sql }: Measure, fine: Fineness) {
  const { dialect } = schema
  if (fine.computed) return null
  const coarse = coarserDecimals(fine)
  const isStep = coarse === null && fine.decimals === 0 && fine.step >= finestStep
  if (coarse === null && !isStep) return null
  // A value is of the coarser precision where rounding to it leaves it as it is.
  const fits =
    coarse === null
      ? `${sql} % ${fine.step} = 0`
      : `abs(${sql} - ${dialect.rounded(sql, coarse)}) <= 1e-12 * greatest(1, abs(${sql}))`
  const counts = fine.byDecimals
  const total = counts.reduce((sum, count) => sum + count, 0)
  const share = coarse === null ? 0 : counts.slice(0, coarse + 1).reduce((sum, count) => sum + count, 0) / total
  return {
    type: 'precision',
    class: 'quality',
    columns: [column.name],
    direction: 'none',
    effect: { name: 'share', value: 'coarse_share' },
    n: numeric.n,
    evidence: {
      sql: [
        `SELECT ${dialect.countIf(fits)} AS coarse_rows, ${dialect.ratio(dialect.countIf(fits), `count(${sql})`)} AS coarse_share,
  ${dialect.double(coarse === null ? String(fine.step) : 'NULL')} AS step, count(${sql}) AS n FROM ${schema.relation}`,
      ],
      derived: {},
    },
    details: { measure: column.name, coarse, fine: coarse === null ? null : fine.decimals },
    caveats: [],
    score:
      coarse === null
        ? { impact: 0.2, effect: 0.15, surprise: 0.3, readability: 1 }
        : { impact: 0.3, effect: 0.5 * between(Math.min(share, 1 - share), 0, 0.4), surprise: 0.5, readability: 1 },
  } as const
}

/** Decimals below the finest at which far more values end than zeros that are not written make; null for none. */
function coarserDecimals({ byDecimals, decimals }: Fineness): number | null {
  const total = byDecimals.reduce((sum, count) => sum + count, 0)
  const fine = (byDecimals[decimals] ?? 0) / total
  if (decimals === 0 || fine < leastFine) return null
  for (let place = 0; place < decimals; place++) {
    const upTo = byDecimals.slice(0, place + 1).reduce((sum, count) => sum + count, 0) / total
    if (upTo - 10 ** (place - decimals) >= leastExcess) return place
  }
  return null
}
