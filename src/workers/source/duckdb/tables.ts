/** Opens the Parquet tables of a convert stage under their own names, as evidence queries name them. */
import path from 'node:path'
import type { TableView } from '../../../shared/story/table.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { Phase } from '../../runtime/work-plan.ts'
import type { ConditionColumn } from '../condition-sql.ts'
import { viewSql } from './view-sql.ts'

/** A query over a view takes a tenth of a millisecond or two for each of its columns, whichever it reads. */
const leastColumnsHeld = 150
/**
 * Up to so many values a table is held however few its columns are: a query over a file takes about a millisecond of
 * processor time before its first row, as long as it takes to hold 20,000 values.
 */
const fewValues = 400_000
/**
 * Values of a table that is held in memory. And its rows: no more than fit the first row group of its file, so that sums
 * are taken in the same order and are the same to the last digit.
 */
const mostValuesHeld = 4_000_000
const mostRowsHeld = 40_960
/**
 * Of these rows, one vector of DuckDB's, a table is held however many columns it has: each takes 16 kB then, a sixth of
 * what work on so many columns is given for each, and a thousand queries over its file take minutes.
 */
const fewRows = 2_048

export interface StoredTable {
  readonly name: string
  readonly file: string
  readonly columns?: readonly ConditionColumn[] | undefined
  readonly view?: TableView | undefined
}

export interface OpenOptions {
  /** Many queries will be asked: it pays to hold a short table in memory. */
  readonly forManyQueries?: boolean
  /** An existing schema to open them in, where tables of several origins are asked together. */
  readonly schema?: string
}

export const openingPhase = 'tables'

/** What it takes to open them: hardly anything where they are not held. */
export function expectedOpening(tables: readonly StoredTable[]): Phase {
  const held = tables.map(({ columns = [] }) => columns.length).filter((columns) => columns >= leastColumnsHeld)
  return { name: openingPhase, work: held.reduce((sum, columns) => sum + 2 * columns, 5) }
}

export async function openTables(
  database: Database,
  convertDir: string,
  tables: readonly StoredTable[],
  { forManyQueries = false, schema }: OpenOptions = {},
): Promise<void> {
  for (const table of tables) {
    const source = quoteText(path.join(convertDir, path.basename(table.file)))
    const kind = forManyQueries && (await pays(database, source)) ? 'TABLE' : 'VIEW'
    const place = schema === undefined ? '' : `${quoteIdentifier(schema)}.`
    await database.run(
      `CREATE OR REPLACE ${kind} ${place}${quoteIdentifier(table.name)} AS ${viewSql(`read_parquet(${source})`, table)}`,
    )
  }
}

/** Whether many queries are quicker by more than it takes to hold the table in memory. */
async function pays(database: Database, source: string): Promise<boolean> {
  const { columns, rows } = await database.row<{ columns: number; rows: number }>(
    `SELECT (SELECT count(*) FROM parquet_schema(${source}) WHERE num_children IS NULL) AS columns,
      (SELECT num_rows FROM parquet_file_metadata(${source})) AS rows`,
  )
  const values = rows * columns
  if (columns < leastColumnsHeld) return rows <= mostRowsHeld && values <= fewValues
  return rows <= fewRows || (rows <= mostRowsHeld && values <= mostValuesHeld)
}
