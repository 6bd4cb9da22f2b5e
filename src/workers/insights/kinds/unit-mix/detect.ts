/**
 * unit_mix: part of a measure is written in another unit, 10, 100 or 1,000 times as large, here and there or from a date
 * on. A note on quality that belies every other statement on the measure.
 */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import { type UnitMix, unitMix } from '../../../analysis/shape/unit-mix.ts'
import { shapeOfSample } from '../../../analysis/shape/values.ts'
import { byMeasure } from '../../by-measure.ts'
import { between, type Outcome } from '../../detector.ts'
import type { names } from './names.ts'

const leastRows = 40
const leastDistinct = 13
/** Part of the rows on one side of the date that may be of the other unit: slips. */
const mostSlips = 0.02

export const detectUnitMix = byMeasure<typeof names>({
  mayHave,
  async look(measure, sample, { schema, artefacts }) {
    const found = unitMix(shapeOfSample(sample))
    if (found === null) return null
    const change = await changeIn(schema, measure, found, (sql) => artefacts.source.row(sql))
    return change === null && !found.exact ? null : statementOf(schema, measure, found, change)
  },
})

function mayHave({ numeric, column }: Measure): boolean {
  return numeric.n >= leastRows && column.distinct >= leastDistinct && numeric.min >= 0 && numeric.max > 9 * numeric.min
}

interface Change {
  readonly time: string
  readonly from: string
  readonly side: 'from' | 'until'
}

interface Sides {
  readonly first_large: string
  readonly last_large: string
  readonly small_after: number
  readonly small_before: number
  readonly large: number
}

/** Where all larger values come after all others, or before them; null where both are mixed. */
async function changeIn(
  { dialect, columns, relation }: TableSchema,
  { sql }: Measure,
  { limit }: UnitMix,
  row: (sql: string) => Promise<Sides>,
): Promise<Change | null> {
  const time = columns.find(({ column }) => column.role === 'time' && column.storage !== 'BIGINT')
  if (time === undefined) return null
  const sides =
    await row(`WITH large AS (SELECT min(${time.sql}) AS first, max(${time.sql}) AS last FROM ${relation} WHERE ${sql} > ${limit})
SELECT ${dialect.dayText('any_value(first)')} AS first_large, ${dialect.dayText('any_value(last)')} AS last_large,
  ${dialect.countIf(`${sql} <= ${limit} AND ${sql} > 0 AND ${time.sql} >= first`)} AS small_after,
  ${dialect.countIf(`${sql} <= ${limit} AND ${sql} > 0 AND ${time.sql} <= last`)} AS small_before, ${dialect.countIf(`${sql} > ${limit}`)} AS large
FROM ${relation}, large`)
  const most = mostSlips * sides.large
  if (sides.small_after <= most) return { time: time.column.name, from: sides.first_large, side: 'from' }
  if (sides.small_before <= most) return { time: time.column.name, from: sides.last_large, side: 'until' }
  return null
}

function statementOf(
  { dialect, relation }: TableSchema,
  { column, numeric, sql }: Measure,
  { limit, factor, share }: UnitMix,
  change: Change | null,
): NonNullable<Outcome<typeof names>['statement']> {
  const value = dialect.double(sql)
  return {
    type: 'unit_mix',
    class: 'quality',
    columns: change === null ? [column.name] : [column.name, change.time],
    direction: 'none',
    location: change?.from ?? factor,
    effect: { name: 'factor', value: 'factor' },
    n: numeric.n,
    evidence: {
      sql: [
        `SELECT ${factor} AS factor, ${dialect.countIf(`${sql} > ${limit}`)} AS rows, ${dialect.ratio(dialect.countIf(`${sql} > ${limit}`), 'count(*)')} AS share,
  ${dialect.median(value)} FILTER (WHERE ${sql} <= ${limit}) AS small_median, ${dialect.median(value)} FILTER (WHERE ${sql} > ${limit}) AS large_median,
  count(*) AS n FROM ${relation} WHERE ${sql} > 0`,
      ],
      derived: {},
    },
    details: {
      measure: column.name,
      time: change?.time ?? null,
      from: change?.from ?? null,
      side: change?.side ?? null,
      grain: 'day',
    },
    caveats: [],
    score: {
      impact: 0.6,
      effect: 0.6 + 0.4 * between(Math.min(share, 1 - share), 0, 0.3),
      surprise: 0.9,
      readability: 1,
    },
  }
}
