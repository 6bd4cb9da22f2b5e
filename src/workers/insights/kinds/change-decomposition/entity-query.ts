/** The evidence of what followed things did one by one. */
import type { Measure, TableSchema } from '../../../analysis/schema.ts'
import type { PeriodAxis } from '../../../analysis/series/periods.ts'

/**
 * The first and the last value of each entity, with the periods and the number of rows they are of: columns `group`,
 * `first`, `last`, `start`, `end` and `rows`. Of the periods that `only` names (ISO dates) alone, where it names any.
 */
export function entitySql(
  schema: TableSchema,
  axis: Axis,
  measure: Measure,
  group: string,
  only: readonly string[] = [],
): string {
  const { dialect } = schema
  const dates = only.map((date) => `DATE ${dialect.text(date)}`).join(', ')
  const within = only.length === 0 ? '' : ` WHERE period IN (${dates})`
  return `SELECT "group", ${dialect.valueAtLeast('value', 'period')} AS first, ${dialect.valueAtMost('value', 'period')} AS last, ${dialect.asText('min(period)')} AS start, ${dialect.asText('max(period)')} AS "end", sum(rows) AS rows
FROM (${courses(schema, axis, measure, group)}) AS periods${within}
GROUP BY 1 ORDER BY 1`
}

type Axis = Pick<PeriodAxis, 'periodSql' | 'condition'>

function courses(
  { dialect, relation }: TableSchema,
  { periodSql, condition }: Axis,
  { sql }: Measure,
  group: string,
): string {
  return `SELECT ${group} AS "group", ${periodSql} AS period, ${dialect.mean(sql)} AS value, count(${sql}) AS rows FROM ${relation}
WHERE ${condition} AND ${sql} IS NOT NULL AND ${group} IS NOT NULL GROUP BY 1, 2`
}

/**
 * What a query made by `entitySql` takes the ends of: the value of each entity in every period, with columns `group`,
 * `period`, `value` and `rows`. Null for any other query.
 */
export function coursesWithin(ends: string): string | null {
  const [, courses] = /\nFROM \((SELECT .*)\) AS periods/s.exec(ends) ?? []
  return courses === undefined ? null : `${courses} ORDER BY 1, 2`
}
