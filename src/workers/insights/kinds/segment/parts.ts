/** The four parts into which two conditions cut the rows, as SQL, and the evidence that rests on them. */

import { type Corners, cornerColumns, cornersFrom } from '../../../analysis/derive/segment.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import { repeatedKeys } from '../../../analysis/repeated-keys.ts'
import type { TableSchema } from '../../../analysis/schema.ts'
import type { Dialect } from '../../../source/dialect.ts'
import type { DetectorRun } from '../../detector.ts'
import { derivedBy, type EvidenceRecipe } from '../../evidence-recipe.ts'
import { leastCertainContrast, type TestedContrast } from '../../keyed-contrast.ts'
import { type Bin, binSql, type OutcomeColumn } from './candidates.ts'
import type { Halves } from './halves.ts'
import { checkedNames, names } from './names.ts'

export interface Candidate {
  readonly outcome: OutcomeColumn
  readonly first: { readonly profile: ColumnProfile; readonly bin: Bin }
  readonly second: { readonly profile: ColumnProfile; readonly bin: Bin }
  readonly sign: 1 | -1
}

export async function cornersOf({ artefacts }: DetectorRun, sql: string): Promise<Corners | null> {
  const found = await artefacts.source.columns(sql)
  return cornersFrom(cornerColumns.map((name) => found[name] ?? []))
}

function valueSql(dialect: Dialect, { profile, value }: OutcomeColumn): string {
  return value === null ? profile.sql : dialect.indicator(`${profile.text} = ${dialect.text(value)}`)
}

/** The four parts, of all rows or of the half that was not searched (on long tables, of the sample of them). */
export function sqlOf(schema: TableSchema, candidate: Candidate, halves: Halves | null): string {
  const { dialect } = schema
  const { outcome, first, second } = candidate
  const value = valueSql(schema.dialect, outcome)
  return `SELECT ${binSql(schema.dialect, first.profile, first.bin)} AS "first", ${binSql(schema.dialect, second.profile, second.bin)} AS "second", count(*) AS n, ${dialect.mean(value)} AS mean, var_samp(${value}) AS variance
FROM ${relationOf(schema, candidate, halves)} WHERE ${filterOf(candidate, halves)} GROUP BY 1, 2 ORDER BY 1, 2`
}

function relationOf(schema: TableSchema, { outcome, first, second }: Candidate, halves: Halves | null): string {
  if (halves === null) return schema.relation
  return halves.relation([outcome, first, second].map(({ profile }) => profile.column.name))
}

function filterOf({ outcome, first, second }: Candidate, halves: Halves | null): string {
  const filled = [outcome, first, second].map(({ profile }) => `${profile.sql} IS NOT NULL`)
  return [...filled, ...(halves === null ? [] : [`NOT (${halves.sql})`])].join(' AND ')
}

export function evidenceOf(
  { first, second, outcome, sign }: Candidate,
  whole: string,
  half: string,
  independent: number,
): EvidenceRecipe {
  const columns = [...cornerColumns]
  const checked = new Set<string>(checkedNames)
  const ofAll = Object.keys(names.values).filter((name) => !checked.has(name))
  const parameters = {
    first_from: first.bin.from,
    first_below: first.bin.below,
    second_from: second.bin.from,
    second_below: second.bin.below,
    rate: outcome.value !== null,
  }
  return {
    sql: [whole, half],
    derived: {
      ...derivedBy('segment', 0, columns, Object.fromEntries(ofAll.map((name) => [name, name])), parameters),
      ...derivedBy('segment_check', 1, columns, Object.fromEntries(checkedNames.map((name) => [name, name])), {
        sign,
        rate: outcome.value !== null,
        independent,
      }),
    },
  }
}

/** Rows of one key that resemble each other make the comparison less sure than as many rows of their own would. */
export async function byKeys(run: DetectorRun, halves: Halves, candidate: Candidate): Promise<TestedContrast | null> {
  const { schema, artefacts } = run
  const { outcome, first, second } = candidate
  const own = [first, second, outcome].map(({ profile }) => profile.column.name)
  const keys = (await repeatedKeys(schema, artefacts)).map(({ profile }) => profile.column.name)
  return leastCertainContrast(
    schema,
    artefacts,
    {
      relation: halves.relation([...own, ...keys]),
      member: `(${binSql(schema.dialect, first.profile, first.bin)} AND ${binSql(schema.dialect, second.profile, second.bin)})`,
      value: valueSql(schema.dialect, outcome),
      filter: filterOf(candidate, halves),
    },
    1,
    own,
  )
}
