/** A stored table as a person asked for it, as SQL: columns read otherwise first, then only the rows that are wanted. */
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
  const replaced = view.retyped.map((one) => `${duckdbDialect.readAs(one)} AS ${duckdbDialect.identifier(one.column)}`)
  const read = replaced.length === 0 ? stored : `(SELECT * REPLACE (${replaced.join(', ')}) FROM ${stored})`
  return `SELECT * FROM ${read}${view.where === null ? '' : ` WHERE ${conditionSql(duckdbDialect, view.where, columns)}`}`
}
