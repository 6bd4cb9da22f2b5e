/** PostgreSQL in the test's own process (PGlite): tables of DuckDB copied into it, and what was asked asked again. */
import type { PGlite } from '@electric-sql/pglite'
import type { ConvertedTable } from '../../../src/shared/story/table.ts'
import type { Database } from '../../../src/workers/runtime/duckdb/database.ts'
import type { Asked } from './asked.ts'
import { postgresqlDialect } from './postgresql.ts'
import { written } from './undecided.ts'

const { identifier } = postgresqlDialect

const types = {
  VARCHAR: 'TEXT COLLATE "C"',
  DOUBLE: 'DOUBLE PRECISION',
  BIGINT: 'BIGINT',
  BOOLEAN: 'BOOLEAN',
  DATE: 'DATE',
  TIMESTAMP: 'TIMESTAMP',
} as const satisfies Record<ConvertedTable['columns'][number]['storage'], string>

/** Copies the rows of a table that is open in DuckDB, in their order. */
export async function copyTable(postgresql: PGlite, database: Database, table: ConvertedTable): Promise<void> {
  const list = table.columns.map(({ name, storage }) => `${identifier(name)} ${types[storage]}`)
  await postgresql.exec(`CREATE TABLE ${identifier(table.name)} (${list.join(', ')})`)
  const texts = table.columns.map(({ name }) => `CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`)
  const rows = await database.rows<Record<string, string | null>>(
    `SELECT ${texts.join(', ')} FROM ${identifier(table.name)}`,
  )
  const lines = rows.map((row) => table.columns.map(({ name }) => csvCell(row[name] ?? null)).join(','))
  await postgresql.query(`COPY ${identifier(table.name)} FROM '/dev/blob' WITH (FORMAT csv)`, [], {
    blob: new Blob([lines.join('\n')]),
  })
}

function csvCell(value: string | null): string {
  return value === null ? '' : `"${value.replaceAll('"', '""')}"`
}

/** What PostgreSQL answers otherwise than DuckDB did, or does not understand: a line for each. */
export async function differences(postgresql: PGlite, asked: readonly Asked[]): Promise<string[]> {
  const found: string[] = []
  const seen = new Set<string>()
  let standing = false
  for (const one of asked) {
    switch (one.kind) {
      case 'kept': {
        const name = identifier(one.name)
        await postgresql.exec(`DROP TABLE IF EXISTS ${name}; CREATE TEMP TABLE ${name} AS ${inPostgresql(one.sql)}`)
        break
      }
      case 'stands in': {
        const place = `"stand in".${identifier(one.table)}`
        await postgresql.exec(`CREATE SCHEMA IF NOT EXISTS "stand in"; DROP TABLE IF EXISTS ${place}`)
        await postgresql.exec(`CREATE TABLE ${place} AS ${inPostgresql(one.sql)}; SET search_path = "stand in", public`)
        standing = true
        break
      }
      case 'gone':
        await postgresql.exec(`RESET search_path; DROP TABLE "stand in".${identifier(one.table)}`)
        standing = false
        break
      case 'query': {
        if (seen.has(one.sql)) continue
        seen.add(one.sql)
        const sql = inPostgresql(one.sql)
        try {
          const { rows } = await postgresql.query<Record<string, unknown>>(sql)
          // Rows chosen by a hash, or by a digest of their texts, are others in each engine.
          const chosen = standing || one.sql.includes('digest')
          const difference = chosen ? null : differenceOf(one.rows, rows)
          if (difference !== null) found.push(`${difference}\n  ${sql}`)
        } catch (error) {
          found.push(`${error instanceof Error ? error.message : String(error)}\n  ${sql}`)
        }
      }
    }
  }
  return found
}

export function inPostgresql(sql: string): string {
  return written(sql, postgresqlDialect)
}

type Row = Readonly<Record<string, unknown>>

/** Null where the rows are the same, in whatever order; numbers to nine digits. */
function differenceOf(expected: readonly Row[], got: readonly Row[]): string | null {
  if (expected.length !== got.length) return `${expected.length} rows, and ${got.length} of PostgreSQL`
  const names = Object.keys(expected[0] ?? {})
  const inOrder = (rows: readonly Row[]): unknown[][] =>
    rows.map((row) => names.map((name) => plain(row[name]))).sort((left, right) => (key(left) < key(right) ? -1 : 1))
  const [left, right] = [inOrder(expected), inOrder(got)]
  for (const [row, values] of left.entries()) {
    for (const [column, value] of values.entries()) {
      const other = right[row]?.[column]
      if (!same(value, other)) return `${names[column]}: ${String(value)}, and ${String(other)} of PostgreSQL`
    }
  }
  return null
}

/** Days and moments as texts, numbers of any type as numbers, NaN and infinities as nothing. */
function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'string' && /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u.test(value)) return Number(value)
  if (Array.isArray(value)) return JSON.stringify(value)
  return value ?? null
}

function key(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => (typeof value === 'number' ? value.toPrecision(6) : value)))
}

function same(left: unknown, right: unknown): boolean {
  if (typeof left !== 'number' || typeof right !== 'number') return left === right
  return Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left), Math.abs(right))
}

/** What was asked of one kind, for a reader. */
export function forReading(asked: readonly Asked[]): string {
  const lines = asked.flatMap((one) => (one.kind === 'gone' ? [] : [`${inPostgresql(one.sql)};`]))
  return `${[...new Set(lines)].join('\n\n')}\n`
}
