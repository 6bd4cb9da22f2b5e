/**
 * Runs queries that came with a story. A story may have been edited or come from elsewhere, so its SQL is not trusted:
 * it reads the story's own tables, and nothing else on the machine, and changes nothing.
 */
import path from 'node:path'
import { StatementType } from '@duckdb/node-api'
import type { Scalar } from '../../../shared/story/insight.ts'
import type { WorkContext } from '../../runtime/context.ts'
import { type Database, quoteIdentifier, quoteText } from '../../runtime/duckdb/database.ts'
import type { Dialect } from '../dialect.ts'
import type { Columns } from '../table-source.ts'
import { exactScalar } from './exact-rows.ts'
import { type DuckdbSource, withDuckdbSource } from './source.ts'
import { type OpenOptions, openTables, type StoredTable } from './tables.ts'

export interface StoredTables {
  readonly convertDir: string
  readonly tables: readonly StoredTable[]
}

export interface EvidenceRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Scalar[])[]
  readonly truncated: boolean
}

/** The query is not a single SELECT. */
export class NotReadOnlyError extends Error {
  constructor(sql: string) {
    super(`Evidence must be one SELECT, and this is not: ${sql.slice(0, 200)}`)
    this.name = 'NotReadOnlyError'
  }
}

/** The tables of a story, asked by queries from outside. */
export class StoredSource {
  readonly #source: DuckdbSource

  constructor(source: DuckdbSource) {
    this.#source = source
  }

  /** How the engine writes what is not standard SQL. */
  get dialect(): Dialect {
    return this.#source.dialect
  }

  /** The result of exactly one SELECT; throws `NotReadOnlyError` for anything else. */
  async columns(sql: string): Promise<Columns> {
    await assertSelect(this.#source.database, sql)
    return this.#source.columns(sql)
  }

  /** The first `limit` rows of exactly one SELECT, values exact; throws `NotReadOnlyError` for anything else. */
  async firstRows(sql: string, limit: number): Promise<EvidenceRows> {
    await assertSelect(this.#source.database, sql)
    return firstRows(this.#source.database, sql, limit)
  }

  /** Rows `offset` to `offset + limit` of a table in file order, and how many it has. */
  async page(table: string, offset: number, limit: number): Promise<EvidenceRows & { readonly total: number }> {
    const relation = this.#source.relation(table)
    const { total } = await this.#source.row<{ total: number }>(`SELECT count(*) AS total FROM ${relation}`)
    // DuckDB keeps the order of a Parquet file through LIMIT and OFFSET, and skips what lies before.
    const sql = `SELECT * FROM ${relation} LIMIT ${limit} OFFSET ${offset}`
    return { ...(await firstRows(this.#source.database, sql, limit)), total }
  }
}

/** Opens the tables of a story for reading by queries from outside, with every other file out of their reach. */
export async function withStoredTables<Result>(
  context: WorkContext,
  stored: StoredTables,
  work: (source: StoredSource) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  return withDuckdbSource(context, {}, async (source) => {
    await openTables(source.database, stored.convertDir, stored.tables, options)
    await closeToOthers(source.database, [stored])
    return work(new StoredSource(source))
  })
}

/** The same of the tables of several stories at once, each opened in the schema of its name. */
export async function withStoredSchemas<Result>(
  context: WorkContext,
  schemas: Readonly<Record<string, StoredTables>>,
  work: (source: StoredSource) => Promise<Result>,
): Promise<Result> {
  return withDuckdbSource(context, {}, async (source) => {
    for (const [schema, { convertDir, tables }] of Object.entries(schemas)) {
      await source.database.run(`CREATE SCHEMA ${quoteIdentifier(schema)}`)
      await openTables(source.database, convertDir, tables, { schema })
    }
    await closeToOthers(source.database, Object.values(schemas))
    return work(new StoredSource(source))
  })
}

/** Every other file is out of reach from here on, for good. */
async function closeToOthers(database: Database, opened: readonly StoredTables[]): Promise<void> {
  const files = opened.flatMap(({ convertDir, tables }) =>
    tables.map(({ file }) => quoteText(path.join(convertDir, path.basename(file)))),
  )
  await database.run(`SET allowed_paths = [${files.join(', ')}]`)
  await database.run('SET enable_external_access = false')
  await database.run('SET lock_configuration = true')
}

async function assertSelect(database: Database, sql: string): Promise<void> {
  const statements = await database.guarded(() => database.connection.extractStatements(sql))
  if (statements.count !== 1) throw new NotReadOnlyError(sql)
  const prepared = await database.guarded(() => statements.prepare(0))
  const isSelect = prepared.statementType === StatementType.SELECT
  prepared.destroySync()
  if (!isSelect) throw new NotReadOnlyError(sql)
}

/** Values exact: whole numbers beyond 2^53 as text, days without a time of day. */
async function firstRows(database: Database, sql: string, limit: number): Promise<EvidenceRows> {
  const reader = await database.guarded(() => database.connection.streamAndReadUntil(sql, limit + 1))
  const types = reader.columnTypes().map(String)
  const rows = reader.getRowsJS()
  return {
    columns: reader.deduplicatedColumnNames(),
    rows: rows.slice(0, limit).map((row) => row.map((value, index) => exactScalar(value, types[index] ?? ''))),
    truncated: rows.length > limit,
  }
}
