/** The spread of a measure in each group of a dimension, as SQL. */
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { Measure, TableSchema } from '../../../analysis/schema.ts'

export interface SpreadQuery {
  readonly schema: TableSchema
  readonly dimension: ColumnProfile
  readonly measure: Measure
  /** The key that repeats and fixes the groups, if any. */
  readonly key: ColumnProfile | null
  readonly leastRows: number
}

/** Columns as `spreadColumns`, and with a key `keyedSpreadColumns`; groups of fewer than two keys are left out. */
export function spreadSql({ schema, dimension, measure, key, leastRows }: SpreadQuery): string {
  const { dialect } = schema
  const filled = `${dimension.sql} IS NOT NULL AND ${measure.sql} IS NOT NULL${key === null ? '' : ` AND ${key.sql} IS NOT NULL`}`
  const ofKey = key === null ? '' : `, ${key.text} AS key`
  const values = `values_of AS (
  SELECT ${dimension.text} AS "group", ${dialect.double(measure.sql)} AS value${ofKey} FROM ${schema.relation}
  WHERE ${filled}
), medians AS (
  SELECT "group", ${dialect.median('value')} AS median, count(*) AS rows FROM values_of GROUP BY 1 HAVING count(*) >= ${leastRows}
), distances AS (
  SELECT v."group" AS "group", v.value AS value, m.median AS median, abs(v.value - m.median) AS distance${key === null ? '' : ', v.key AS key'}
  FROM values_of v JOIN medians m ON v."group" = m."group"
)`
  const byGroup = `SELECT "group", count(*) AS n, ${dialect.mean('value')} AS mean, max(median) AS median, var_samp(value) AS variance,
  ${dialect.mean('distance')} AS distance, var_samp(distance) AS distance_variance FROM distances GROUP BY 1`
  if (key === null) return `WITH ${values}\n${byGroup} ORDER BY variance DESC, 1`
  return `WITH ${values}, by_group AS (${byGroup}), by_key AS (
  SELECT "group", key, count(*) AS n, ${dialect.mean('distance')} AS mean FROM distances GROUP BY 1, 2
)
SELECT g.*, k.keys AS keys, k.mean_variance AS mean_variance FROM by_group g JOIN (
  SELECT b."group" AS "group", count(*) AS keys,
    ${dialect.sum('power(b.n * (b.mean - g.distance), 2)')} / power(${dialect.double('max(g.n)')}, 2) * count(*) / (count(*) - 1) AS mean_variance
  FROM by_key b JOIN by_group g ON b."group" = g."group" GROUP BY 1 HAVING count(*) >= 2
) k ON g."group" = k."group" ORDER BY variance DESC, 1`
}
