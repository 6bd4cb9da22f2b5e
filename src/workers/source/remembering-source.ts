/** Small answers kept, so that what a detector has asked is not asked again when its statement is filled in. */
import type { Dialect } from './dialect.ts'
import type { Columns, NumberArray, TableSource } from './table-source.ts'

/** Rows of an answer that is kept. */
const mostRows = 1_000
const mostAnswers = 500

/**
 * Gives the same answer to the same text of a query, asked as columns or as one row. For tables that do not change; while
 * other rows stand in for a table nothing is remembered. Kept answers are frozen: several read them.
 */
export class RememberingSource implements TableSource {
  readonly dialect: Dialect
  readonly #source: TableSource
  readonly #answers = new Map<string, Promise<Columns>>()
  #standIns = 0

  constructor(source: TableSource) {
    this.dialect = source.dialect
    this.#source = source
  }

  relation(table: string): string {
    return this.#source.relation(table)
  }

  rows<Row extends object>(sql: string): Promise<Row[]> {
    return this.#source.rows<Row>(sql)
  }

  async row<Row extends object>(sql: string): Promise<Row> {
    const columns = Object.entries(await this.columns(sql))
    const counts = columns.map(([, values]) => values.length)
    if (counts.some((count) => count !== 1)) throw new Error(`Expected one row, got ${counts[0]}: ${sql}`)
    return Object.fromEntries(columns.map(([name, values]) => [name, values[0]])) as Row
  }

  columns(sql: string): Promise<Columns> {
    if (this.#standIns > 0) return this.#source.columns(sql)
    const known = this.#answers.get(sql)
    if (known !== undefined) return known
    const asked = this.#source.columns(sql).then(
      (columns) => {
        if (!this.#keeps(columns)) this.#answers.delete(sql)
        return columns
      },
      (error: unknown) => {
        this.#answers.delete(sql)
        throw error
      },
    )
    this.#answers.set(sql, asked)
    return asked
  }

  numbers(
    relation: string,
    expressions: readonly string[],
    rows: number,
    into?: readonly NumberArray[],
  ): Promise<NumberArray[]> {
    return this.#source.numbers(relation, expressions, rows, into)
  }

  keep(name: string, sql: string): Promise<string> {
    return this.#source.keep(name, sql)
  }

  async withStandIn<Result>(table: string, sql: string, work: () => Promise<Result>): Promise<Result> {
    this.#standIns++
    try {
      return await this.#source.withStandIn(table, sql, work)
    } finally {
      this.#standIns--
    }
  }

  /** Whether an answer is small enough; freezes it if so. */
  #keeps(columns: Columns): boolean {
    const lists = Object.values(columns)
    if (this.#answers.size > mostAnswers || lists.some((values) => values.length > mostRows)) return false
    for (const values of lists) Object.freeze(values)
    Object.freeze(columns)
    return true
  }
}
