/** How well the values of a column of one table name the rows of another. */
import type { ConvertedColumn } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier } from '../../runtime/duckdb/database.ts'

/** A column of a stored table: what it stands as behind FROM. */
export interface KeySide {
  readonly relation: string
  readonly column: Pick<ConvertedColumn, 'name'>
}

export interface KeyMatch {
  /** Rows of the naming table with a value, and those of them whose value the other has. */
  readonly filled: number
  readonly matched: number
  /** Some of the values the other has not, at most three, as texts. */
  readonly unmatched: readonly string[]
  /** Rows of the other that no row names. */
  readonly unnamed: number
}

/** Whether each value that is there is in one row only. */
export async function isUnique(database: Database, { relation, column }: KeySide): Promise<boolean> {
  const own = quoteIdentifier(column.name)
  const { filled, different } = await database.row<{ filled: number; different: number }>(
    `SELECT count(${own})::DOUBLE AS filled, count(DISTINCT ${own})::DOUBLE AS different FROM ${relation}`,
  )
  return filled > 0 && filled === different
}

/** `one`: the table whose rows are named. Two scans and a hash of its values. */
export async function matchOf(database: Database, many: KeySide, one: KeySide): Promise<KeyMatch> {
  const [own, other] = [quoteIdentifier(many.column.name), quoteIdentifier(one.column.name)]
  const isThere = `${own} IN (SELECT ${other} FROM ${one.relation} WHERE ${other} IS NOT NULL)`
  const { filled, matched } = await database.row<{ filled: number; matched: number }>(
    `SELECT count(${own})::DOUBLE AS filled, (count(*) FILTER (WHERE ${isThere}))::DOUBLE AS matched FROM ${many.relation}`,
  )
  const unmatched = await database.rows<{ value: string }>(
    `SELECT CAST(${own} AS VARCHAR) AS value FROM ${many.relation} WHERE ${own} IS NOT NULL AND NOT (${isThere}) GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 3`,
  )
  const { unnamed } = await database.row<{ unnamed: number }>(
    `SELECT count(*)::DOUBLE AS unnamed FROM ${one.relation} WHERE ${other} IS NULL OR ${other} NOT IN (SELECT ${own} FROM ${many.relation} WHERE ${own} IS NOT NULL)`,
  )
  return { filled, matched, unmatched: unmatched.map(({ value }) => value), unnamed }
}
