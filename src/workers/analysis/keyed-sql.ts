/** Groups with their size, mean and variance, and with the number of keys in each, as SQL. */
import type { Dialect } from '../source/dialect.ts'

export interface KeyedQuery {
  readonly dialect: Dialect
  readonly relation: string
  readonly group: string
  readonly value: string
  readonly filter: string
  /** SQL of the key of a row. */
  readonly key: string
  readonly leastRows: number
}

/**
 * Columns `group`, `n`, `mean`, `variance`, `keys`, `mean_variance`: the last the variance of the mean over rows by keys,
 * K/(K − 1)·Σ(nₖ·(mₖ − m))²/n². Groups of fewer than two keys have none and are left out.
 */
export function keyedGroupsSql({ dialect, relation, group, value, filter, key, leastRows }: KeyedQuery): string {
  const from = `FROM ${relation} WHERE ${filter} AND ${key} IS NOT NULL`
  return `WITH by_key AS (
  SELECT ${group} AS "group", ${key} AS key, count(*) AS n, ${dialect.mean(value)} AS mean ${from} GROUP BY 1, 2
), by_group AS (
  SELECT ${group} AS "group", count(*) AS n, ${dialect.mean(value)} AS mean, var_samp(${value}) AS variance ${from}
  GROUP BY 1 HAVING count(*) >= ${leastRows}
)
SELECT g."group" AS "group", g.n AS n, g.mean AS mean, g.variance AS variance, count(*) AS keys,
  ${dialect.sum('power(k.n * (k.mean - g.mean), 2)')} / power(${dialect.double('g.n')}, 2) * count(*) / (count(*) - 1) AS mean_variance
FROM by_group g JOIN by_key k ON k."group" = g."group"
GROUP BY g."group", g.n, g.mean, g.variance HAVING count(*) >= 2 ORDER BY mean DESC, 1`
}
