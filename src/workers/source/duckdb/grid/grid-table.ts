/** A stored table as the data view reads it: with the place of each row in its file. */
import path from 'node:path'
import type { TableView } from '../../../../shared/story/table.ts'
import type { WorkContext } from '../../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText, withDatabase } from '../../../runtime/duckdb/database.ts'
import type { GridSqlColumn } from '../../grid-sql.ts'
import { viewSql } from '../view-sql.ts'

export interface StoredGridTable {
  readonly name: string
  readonly file: string
  readonly rows: number
  readonly columns: readonly GridSqlColumn[]
  readonly view?: TableView | undefined
}

export interface GridSource {
  readonly convertDir: string
  /** Where orders of rows are kept; made where it is not there. */
  readonly cacheDir: string
  readonly table: StoredGridTable
}

export interface GridTable {
  readonly database: Database
  readonly source: GridSource
  /** Stands behind FROM; has the table's columns and `row`. */
  readonly relation: string
  /** Quoted name of the column of a row's place in the file, from 0. */
  readonly row: string
  /** Whether the rows are all those of the file, so that their places have no gaps. */
  readonly isWhole: boolean
}

const relation = quoteIdentifier('rows of the table')
/** DuckDB's own column of Parquet files, unless the table has one of that name. */
const placeInFile = 'file_row_number'

/** Opens the table for `work` in a database of its own. */
export async function withGridTable<Result>(
  context: WorkContext,
  source: GridSource,
  work: (table: GridTable) => Promise<Result>,
): Promise<Result> {
  const { table, cacheDir, convertDir } = source
  const options = { temporaryFolder: path.join(cacheDir, 'scratch') }
  return withDatabase(context, options, async (database) => {
    const inFile = table.columns.map(({ name, sourceName }) => sourceName ?? name)
    const row = quoteIdentifier(freeName([...inFile, ...table.columns.map(({ name }) => name)]))
    const file = `read_parquet(${quoteText(path.join(convertDir, path.basename(table.file)))})`
    const hasOwn = inFile.some((name) => name.toLowerCase() === placeInFile)
    const place = hasOwn ? 'row_number() OVER () - 1' : placeInFile
    const stored = `(SELECT *, ${place} AS ${row} FROM ${file})`
    await database.run(`CREATE TEMP VIEW ${relation} AS ${viewSql(stored, table)}`)
    return work({ database, source, relation, row, isWhole: hasAllRows(table.view) })
  })
}

/** Rows that are totals of others are set aside as those are that nobody asked for. */
function hasAllRows(view: TableView | undefined): boolean {
  return view === undefined || (view.where === null && view.without === undefined)
}

function freeName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()))
  let name = 'place in file'
  while (taken.has(name)) name += ' '
  return name
}

/** The quoted name of a column of the table; throws a RangeError where it has none of that name. */
export function columnOf({ source }: GridTable, name: string): string {
  const column = source.table.columns.find((one) => one.name === name)
  if (column === undefined) throw new RangeError(`No column ${name} in the table ${source.table.name}`)
  return quoteIdentifier(column.name)
}
