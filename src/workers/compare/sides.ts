/** Two versions of a table, asked together: SQL over the schemas "before" and "after". Pure. */
import type { ProfiledTable } from '../../shared/story/table.ts'
import type { Dialect } from '../source/dialect.ts'
import type { Columns } from '../source/table-source.ts'
import type { ColumnPair } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'

export const sides = ['before', 'after'] as const
export type Side = (typeof sides)[number]

/** What the comparison asks: one SELECT at a time. */
export interface Asked {
  readonly dialect: Dialect
  columns(sql: string): Promise<Columns>
}

export function relationOf(dialect: Dialect, tables: TablePair, side: Side): string {
  return `${dialect.identifier(side)}.${dialect.identifier(tables[side].name)}`
}

/** The value of a column as both versions can be compared in it, whatever each was stored as. */
export function comparable(dialect: Dialect, pair: ColumnPair, side: Side): string {
  const { before, after } = pair
  const own = dialect.identifier(pair[side].name)
  if (before.storage === after.storage) return own
  if (isNumeric(before) && isNumeric(after)) return dialect.double(own)
  if (before.role === 'time' && after.role === 'time' && !isNumeric(before) && !isNumeric(after)) {
    return dialect.momentText(own)
  }
  return dialect.asText(own)
}

export function isNumeric({ storage }: Pick<ProfiledTable['columns'][number], 'storage'>): boolean {
  return storage === 'BIGINT' || storage === 'DOUBLE'
}

/** The rows of one side as `c0`, `c1`, …, and `there`, 1 in each. */
export function rowsOf(dialect: Dialect, tables: TablePair, pairs: readonly ColumnPair[], side: Side): string {
  const values = pairs.map((pair, at) => `${comparable(dialect, pair, side)} AS c${at}`)
  return `(SELECT ${['1 AS there', ...values].join(', ')} FROM ${relationOf(dialect, tables, side)})`
}

/** The only row of a query, its numbers as numbers. */
export async function countsOf<Name extends string>(
  asked: Asked,
  sql: string,
  names: readonly Name[],
): Promise<Record<Name, number>> {
  const columns = await asked.columns(sql)
  return Object.fromEntries(names.map((name) => [name, Number(columns[name]?.[0] ?? 0)])) as Record<Name, number>
}
