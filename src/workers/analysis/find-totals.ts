/** Rows that repeat what other rows say already: the category of a dimension that holds the total of the others. */

import { type Condition, conditionText } from '../../shared/story/condition.ts'
import { note, withNotes } from '../../shared/story/note.ts'
import type { ConvertedTable } from '../../shared/story/table.ts'
import type { Texts } from '../../shared/texts/texts.ts'
import type { TableSource } from '../source/table-source.ts'
import type { Artefacts } from './artefacts.ts'
import type { ColumnProfile } from './profile/profile.ts'
import { isRatio, type Measure, type TableSchema } from './schema.ts'
import { isNamedTotal, mayMiss, totalGroup } from './total-rows.ts'

/** One that is the total of two others or more: of fewer, neither is the whole. */
const fewestCategories = 3
/** Part of the times at which it must be the total: the others may not all have been recorded from the first. */
const leastAgreeing = 0.9
/** Times at which a category of any name must be the total: one sum may come out by chance. */
const fewestTimes = 3
/** Part of the rows that must be left: of a table of nothing but totals, none is. */
const leastLeft = 0.1

/** Which category of which column is the total of the others. */
export interface TotalCategory {
  readonly column: string
  readonly category: string
}

/**
 * Every category whose amounts are the sum of those of all others of its dimension, over all and at each time. One whose
 * name does not say so is believed only where many times bear it out. Empty too where hardly a row would be left without.
 */
export async function findTotals(schema: TableSchema, artefacts: Artefacts): Promise<readonly TotalCategory[]> {
  const found: TotalCategory[] = []
  let left = 1
  for (const dimension of schema.dimensions) {
    if (dimension.column.storage !== 'VARCHAR') continue
    const category = await totalOf(schema, artefacts, dimension)
    if (category === null) continue
    const groups = await artefacts.groups(dimension)
    const rows = groups.reduce((sum, group) => sum + group.rows, 0)
    left *= 1 - (groups.find(({ group }) => group === category)?.rows ?? 0) / rows
    found.push({ column: dimension.column.name, category })
  }
  return left < leastLeft ? [] : found
}

async function totalOf(schema: TableSchema, artefacts: Artefacts, dimension: ColumnProfile): Promise<string | null> {
  const measures = schema.measures.filter((measure) => isRatio(measure) && measure.column !== dimension.column)
  if (measures.length === 0) return null
  const groups = await artefacts.groups(dimension)
  if (groups.length < fewestCategories) return null
  for (const measure of measures) {
    const category = totalGroup(groups, schema.measures.indexOf(measure))
    if (category !== null && (await holdsAtEachTime(schema, artefacts, dimension, measure, category))) return category
  }
  return null
}

async function holdsAtEachTime(
  { time, relation, dialect }: TableSchema,
  { source }: Artefacts,
  dimension: ColumnProfile,
  measure: Measure,
  category: string,
): Promise<boolean> {
  const named = isNamedTotal(category)
  if (time === null) return named
  const whole = `${dimension.text} = ${dialect.text(category)}`
  const columns =
    await source.columns(`SELECT sum(amount) FILTER (WHERE whole) AS whole, sum(amount) FILTER (WHERE NOT whole) AS parts
FROM (SELECT ${time.column.sql} AS time, ${whole} AS whole, ${dialect.double(measure.sql)} AS amount FROM ${relation})
WHERE time IS NOT NULL AND whole IS NOT NULL
GROUP BY time
HAVING count(amount) FILTER (WHERE whole) > 0 AND count(amount) FILTER (WHERE NOT whole) > 0`)
  const wholes = columns.whole ?? []
  const agreeing = wholes.filter((own, index) => {
    const parts = Number(columns.parts?.[index])
    return Math.abs(Number(own) - parts) <= mayMiss(category) * Number(own)
  }).length
  return wholes.length >= (named ? 1 : fewestTimes) && agreeing >= leastAgreeing * wholes.length
}

/** The table without those rows, and without those a person set aside, in words that say so; `open` opens it as it is then. */
export async function withoutTotals(
  source: TableSource,
  table: ConvertedTable,
  totals: readonly TotalCategory[],
  open: (table: ConvertedTable) => Promise<void>,
  texts: Texts,
): Promise<ConvertedTable> {
  const parts = totals.map(
    ({ column, category }): Condition => ({ kind: 'compare', column, operator: '=', value: category }),
  )
  const view = table.view ?? { where: null, retyped: [], rowsStored: table.rows }
  const without = anyOf(view.without === undefined ? parts : [view.without, ...parts])
  const aside: ConvertedTable = { ...table, view: { ...view, without } }
  await open(aside)
  const { rows } = await source.row<{ rows: number }>(`SELECT count(*) AS rows FROM ${source.relation(table.name)}`)
  const condition = conditionText(texts, anyOf(parts))
  return withNotes(texts, { ...aside, rows }, [note('tables.totals', { condition, count: table.rows - rows })])
}

function anyOf(parts: readonly Condition[]): Condition {
  const [only] = parts
  return parts.length === 1 && only !== undefined ? only : { kind: 'any', parts }
}
