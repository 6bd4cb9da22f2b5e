/** DuckDB as the source of the analysis' tables, over Parquet files opened under their names (`tables.ts`). */
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, type DatabaseOptions, quoteIdentifier, withDatabase } from '../../runtime/duckdb/database.ts'
import type { Columns, NumberArray, TableSource } from '../table-source.ts'
import { duckdbDialect } from './dialect.ts'
import { readNumbers } from './read-numbers.ts'

/** Holds the tables that stand in for others; evidence names its table without a schema. */
const standIns = quoteIdentifier('perturbed rows')

export class DuckdbSource implements TableSource {
  readonly dialect = duckdbDialect
  readonly database: Database
  readonly #context: WorkContext

  constructor(database: Database, context: WorkContext) {
    this.database = database
    this.#context = context
  }

  relation(table: string): string {
    return quoteIdentifier(table)
  }

  rows<Row extends object>(sql: string): Promise<Row[]> {
    return this.database.rows<Row>(sql)
  }

  row<Row extends object>(sql: string): Promise<Row> {
    return this.database.row<Row>(sql)
  }

  columns(sql: string): Promise<Columns> {
    return this.database.columns(sql)
  }

  numbers(
    relation: string,
    expressions: readonly string[],
    rows: number,
    into: readonly NumberArray[] = [],
  ): Promise<NumberArray[]> {
    return readNumbers(this.database, this.#context, relation, expressions, rows, into)
  }

  async keep(name: string, sql: string): Promise<string> {
    const relation = quoteIdentifier(name)
    await this.database.run(`CREATE OR REPLACE TEMP TABLE ${relation} AS ${sql}`)
    return relation
  }

  async withStandIn<Result>(table: string, sql: string, work: () => Promise<Result>): Promise<Result> {
    const place = `${standIns}.${quoteIdentifier(table)}`
    await this.database.run(`CREATE SCHEMA IF NOT EXISTS ${standIns}`)
    await this.database.run(`CREATE OR REPLACE TABLE ${place} AS ${sql}`)
    await this.database.run(`SET search_path = '${standIns},main'`)
    try {
      return await work()
    } finally {
      await this.database.run('RESET search_path')
      await this.database.run(`DROP TABLE ${place}`)
    }
  }
}

/** Opens a database of its own for `work` and closes it after; tables are then opened in it. */
export function withDuckdbSource<Result>(
  context: WorkContext,
  options: DatabaseOptions,
  work: (source: DuckdbSource) => Promise<Result>,
): Promise<Result> {
  return withDatabase(context, options, (database) => work(new DuckdbSource(database, context)))
}
