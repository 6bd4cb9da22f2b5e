/** By which columns the rows of one version are known again in the other. */
import type { ProfiledColumn } from '../../shared/story/table.ts'
import type { ColumnPair, PairedColumns } from './pair-columns.ts'
import type { TablePair } from './pair-tables.ts'
import { type Asked, comparable, relationOf, type Side, sides } from './sides.ts'

/** Keys of two columns that are tried, and columns of which they are made. */
const mostTried = 12
const mostDimensions = 5

/** Null where no column, and no two, tell all rows of both versions apart. */
export async function keyOf(asked: Asked, tables: TablePair, columns: PairedColumns): Promise<ColumnPair[] | null> {
  for (const key of candidates(tables, columns)) {
    if ((await isKey(asked, tables, key, 'before')) && (await isKey(asked, tables, key, 'after'))) return [...key]
  }
  return null
}

/** Single columns by their profiles, then pairs that may be one: a thing and a time, two things. */
function candidates(tables: TablePair, { pairs }: PairedColumns): readonly (readonly ColumnPair[])[] {
  const named = pairs.filter(({ by }) => by !== 'statistics')
  const order = ['identifier', 'time', 'dimension', 'text'] as const satisfies readonly ProfiledColumn['role'][]
  const byRole = (role: ProfiledColumn['role']): readonly ColumnPair[] =>
    named.filter(({ after, before }) => after.role === role || (role === 'identifier' && before.role === role))
  const single = order
    .flatMap(byRole)
    .filter((pair) => sides.every((side) => isUnique(pair[side], tables[side].rows)))
    .map((pair) => [pair])
  const things = [...byRole('identifier'), ...byRole('dimension').slice(0, mostDimensions)]
  const two = [
    ...things.flatMap((thing) => byRole('time').map((time) => [time, thing])),
    ...things.flatMap((thing, at) => things.slice(at + 1).map((other) => [thing, other])),
  ].filter((key) => sides.every((side) => mayBeUnique(key, side, tables[side].rows)))
  return [...single, ...two.slice(0, mostTried)]
}

function isUnique({ distinct, nulls }: ProfiledColumn, rows: number): boolean {
  return nulls === 0 && distinct === rows && rows > 0
}

function mayBeUnique(key: readonly ColumnPair[], side: Side, rows: number): boolean {
  return key.every((pair) => pair[side].nulls === 0) && key.reduce((sum, pair) => sum * pair[side].distinct, 1) >= rows
}

async function isKey({ dialect, columns }: Asked, tables: TablePair, key: readonly ColumnPair[], side: Side) {
  const values = key.map((pair) => comparable(dialect, pair, side))
  const missing = values.map((value) => `${value} IS NULL`).join(' OR ')
  const from = relationOf(dialect, tables, side)
  const repeated = `SELECT 1 FROM ${from} GROUP BY ${values.join(', ')} HAVING count(*) > 1`
  const sql = `SELECT (SELECT count(*) FROM (${repeated})) AS repeated, (SELECT count(*) FROM ${from} WHERE ${missing}) AS missing`
  const found = await columns(sql)
  return Number(found.repeated?.[0]) === 0 && Number(found.missing?.[0]) === 0
}
