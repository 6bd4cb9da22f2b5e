/** A part of the rows against the rest, as far as the keys behind them let it be known: as SQL and as a test. */

import type { Artefacts } from '../analysis/artefacts.ts'
import {
  type ContrastRow,
  contrastColumns,
  type KeyedContrast,
  keyedContrast,
} from '../analysis/derive/keyed-contrast.ts'
import type { ColumnProfile } from '../analysis/profile/profile.ts'
import { repeatedKeys } from '../analysis/repeated-keys.ts'
import type { TableSchema } from '../analysis/schema.ts'
import type { Dialect } from '../source/dialect.ts'
import { derivedBy, type EvidenceRecipe, followingFrom } from './evidence-recipe.ts'

export interface ContrastQuery {
  /** Where the rows are taken from, if not from the table itself. */
  readonly relation?: string
  /** SQL of whether a row is in the part, and of its value. */
  readonly member: string
  readonly value: string
  readonly filter: string
}

/** One row: keys and rows in the part and outside, their means, and the cluster-robust variance of the difference. */
export function contrastSql(
  dialect: Dialect,
  relation: string,
  { member, value, filter }: ContrastQuery,
  key: ColumnProfile,
): string {
  return `WITH by_key AS (
  SELECT ${key.sql} AS key, ${member} AS inside, count(*) AS n, ${dialect.mean(value)} AS mean FROM ${relation}
  WHERE ${filter} AND ${key.sql} IS NOT NULL GROUP BY 1, 2
), whole AS (
  SELECT inside, sum(n) AS n, ${dialect.ratio(dialect.sum('n * mean'), 'sum(n)')} AS mean, count(*) AS keys FROM by_key GROUP BY 1
), moved AS (
  SELECT k.key AS key, ${dialect.sum('(CASE WHEN k.inside THEN 1 ELSE -1 END) * k.n * (k.mean - w.mean) / w.n')} AS moved
  FROM by_key k JOIN whole w ON k.inside = w.inside GROUP BY 1
)
SELECT (SELECT keys FROM whole WHERE inside) AS keys_in, (SELECT keys FROM whole WHERE NOT inside) AS keys_out,
  (SELECT mean FROM whole WHERE inside) AS mean_in, (SELECT mean FROM whole WHERE NOT inside) AS mean_out,
  ${dialect.sum('moved * moved')} * count(*) / (count(*) - 1) AS variance FROM moved`
}

export interface TestedContrast extends KeyedContrast {
  readonly key: ColumnProfile
  readonly sql: string
  readonly choices: number
}

/**
 * The contrast by the key that leaves it least certain; null where no key repeats, or every key is among `without`. With
 * `choices` the number of contrasts it was chosen from.
 */
export async function leastCertainContrast(
  schema: TableSchema,
  artefacts: Artefacts,
  query: ContrastQuery,
  choices: number,
  without: readonly string[],
): Promise<TestedContrast | null> {
  const found: TestedContrast[] = []
  for (const { profile: key } of await repeatedKeys(schema, artefacts)) {
    if (without.includes(key.column.name)) continue
    const sql = contrastSql(schema.dialect, query.relation ?? schema.relation, query, key)
    const tested = keyedContrast(await artefacts.source.row<ContrastRow>(sql), choices)
    // A part that lies within one key is no more than that key.
    found.push({ ...(tested ?? unknown), key, sql, choices })
  }
  return found.sort((left, right) => right.p - left.p)[0] ?? null
}

const unknown: KeyedContrast = { difference: 0, low: 0, high: 0, p: 1 }

/** The evidence with p, and the interval of the difference where it has one, from the contrast. */
export function withContrast(
  evidence: EvidenceRecipe,
  { sql, choices }: TestedContrast,
  results: readonly string[] = ['difference_low', 'difference_high', 'p'],
): EvidenceRecipe {
  const named = Object.fromEntries(results.map((name) => [name, name]))
  return followingFrom(evidence, sql, results, (query) =>
    derivedBy('keyed_contrast', query, [...contrastColumns], named, { choices }),
  )
}
