/** A source that answers from DuckDB and keeps what it was asked, in no dialect yet, to be asked of another engine. */
import type { DuckdbSource } from '../../../src/workers/source/duckdb/source.ts'
import type { Columns, TableSource } from '../../../src/workers/source/table-source.ts'
import { undecidedDialect, written } from './undecided.ts'

/** What was asked, in order: queries with their rows, and rows that were kept or put in the place of a table. */
export type Asked =
  | { readonly kind: 'query'; readonly sql: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'kept'; readonly name: string; readonly sql: string }
  | { readonly kind: 'stands in'; readonly table: string; readonly sql: string }
  | { readonly kind: 'gone'; readonly table: string }

export class AskedSource implements TableSource {
  readonly dialect = undecidedDialect
  readonly asked: Asked[] = []
  readonly #source: DuckdbSource

  constructor(source: DuckdbSource) {
    this.#source = source
  }

  relation(table: string): string {
    return this.dialect.identifier(table)
  }

  async rows<Row extends object>(sql: string): Promise<Row[]> {
    const rows = await this.#source.rows<Row>(this.#forDuckdb(sql))
    this.#heard(sql, rows as Record<string, unknown>[])
    return rows
  }

  async row<Row extends object>(sql: string): Promise<Row> {
    const row = await this.#source.row<Row>(this.#forDuckdb(sql))
    this.#heard(sql, [row as Record<string, unknown>])
    return row
  }

  async columns(sql: string): Promise<Columns> {
    const columns = await this.#source.columns(this.#forDuckdb(sql))
    this.#heard(sql, rowsOf(columns))
    return columns
  }

  async numbers(relation: string, expressions: readonly string[], rows: number) {
    const own = expressions.map((expression) => this.#forDuckdb(expression))
    const arrays = await this.#source.numbers(this.#forDuckdb(relation), own, rows)
    const names = expressions.map((_, index) => `x${index}`)
    const list = expressions.map((expression, index) => `${expression} AS ${names[index]}`)
    if (rows > 0 && expressions.length > 0) {
      const columns = Object.fromEntries(names.map((name, index) => [name, [...(arrays[index] ?? [])]]))
      this.#heard(`SELECT ${list.join(', ')} FROM ${relation}`, rowsOf(columns))
    }
    return arrays
  }

  async keep(name: string, sql: string): Promise<string> {
    this.asked.push({ kind: 'kept', name, sql })
    await this.#source.keep(name, this.#forDuckdb(sql))
    return this.relation(name)
  }

  async withStandIn<Result>(table: string, sql: string, work: () => Promise<Result>): Promise<Result> {
    this.asked.push({ kind: 'stands in', table, sql })
    try {
      return await this.#source.withStandIn(table, this.#forDuckdb(sql), work)
    } finally {
      this.asked.push({ kind: 'gone', table })
    }
  }

  #heard(sql: string, rows: readonly Record<string, unknown>[]): void {
    this.asked.push({ kind: 'query', sql, rows })
  }

  #forDuckdb(sql: string): string {
    return written(sql, this.#source.dialect)
  }
}

function rowsOf(columns: Columns): Record<string, unknown>[] {
  const names = Object.keys(columns)
  const length = names[0] === undefined ? 0 : (columns[names[0]]?.length ?? 0)
  return Array.from({ length }, (_, row) => Object.fromEntries(names.map((name) => [name, columns[name]?.[row]])))
}
