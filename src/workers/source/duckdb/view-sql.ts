/**
 * A stored table as a person asked for it, as SQL: columns under other names first, then values that count as missing,
 * then columns read otherwise, then only the rows that are wanted.
 */
import type { Condition } from '../../../shared/story/condition.ts'
import type { TableView } from '../../../shared/story/table.ts'
import { type ConditionColumn, conditionSql } from '../condition-sql.ts'
import { duckdbDialect } from './dialect.ts'

/** `columns` are those of the view: in their new storage, in which conditions are meant. */
export function viewSql(
  stored: string,
  {
    columns = [],
    view,
  }: { readonly columns?: readonly ConditionColumn[] | undefined; readonly view?: TableView | undefined },
): string {
  if (view === undefined) return `SELECT * FROM ${stored}`
  const known = replacing(
    renaming(stored, view.renamed ?? []),
    (view.missing ?? []).map(({ column, values }) => ({ column, value: missingSql(column, values) })),
  )
  const read = replacing(
    known,
    view.retyped.map((one) => ({ column: one.column, value: duckdbDialect.readAs(one) })),
  )
  const holds = (condition: Condition): string => conditionSql(duckdbDialect, condition, columns)
  const conditions = [
    ...(view.without === undefined ? [] : [`NOT coalesce(${holds(view.without)}, false)`]),
    ...(view.where === null ? [] : [`(${holds(view.where)})`]),
  ]
  const own = view.grouped === undefined ? '' : `, ${groupedSql(view.grouped, holds)}`
  return `SELECT *${own} FROM ${read}${conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`}`
}

/** The name of a row's group as a further column. */
function groupedSql(
  { name, groups }: NonNullable<TableView['grouped']>,
  holds: (condition: Condition) => string,
): string {
  const cases = groups.map(({ label, condition }) => `WHEN ${holds(condition)} THEN ${duckdbDialect.text(label)}`)
  return `CASE ${cases.join(' ')} END AS ${duckdbDialect.identifier(name)}`
}

/** A relation with other names of some of its columns, their order kept. */
function renaming(relation: string, columns: NonNullable<TableView['renamed']>): string {
  if (columns.length === 0) return relation
  const renamed = columns.map(
    ({ column, name }) => `${duckdbDialect.identifier(column)} AS ${duckdbDialect.identifier(name)}`,
  )
  return `(SELECT * RENAME (${renamed.join(', ')}) FROM ${relation})`
}

/** A relation with other values in some of its columns. */
function replacing(relation: string, columns: readonly { readonly column: string; readonly value: string }[]): string {
  if (columns.length === 0) return relation
  const replaced = columns.map(({ column, value }) => `${value} AS ${duckdbDialect.identifier(column)}`)
  return `(SELECT * REPLACE (${replaced.join(', ')}) FROM ${relation})`
}

/** Compared as texts, and as numbers where they are some: `-999` is `-999.0` too. */
function missingSql(column: string, values: readonly string[]): string {
  const own = duckdbDialect.identifier(column)
  const texts = values.map((value) => duckdbDialect.text(value)).join(', ')
  const numbers = values.filter((value) => value.trim() !== '' && Number.isFinite(Number(value)))
  const asNumber = `try_cast(${own} AS DOUBLE) IN (${numbers.map((value) => String(Number(value))).join(', ')})`
  const isMissing = `${duckdbDialect.asText(own)} IN (${texts})${numbers.length === 0 ? '' : ` OR ${asNumber}`}`
  return `CASE WHEN coalesce(${isMissing}, false) THEN NULL ELSE ${own} END`
}
