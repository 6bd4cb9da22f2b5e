/** Where the analysis asks its SQL. Nothing that asks knows which engine answers, and from what. */
import type { Dialect } from './dialect.ts'

export type Columns = Record<string, unknown[]>
export type NumberArray = Float64Array<ArrayBuffer>

export interface TableSource {
  /** How the engine writes what is not standard SQL. */
  readonly dialect: Dialect
  /** The table of a name, as it stands behind FROM. */
  relation(table: string): string

  /** Rows as objects of plain values: whole numbers as numbers (exact to 2^53), dates and moments as ISO texts. */
  rows<Row extends object>(sql: string): Promise<Row[]>
  /** The only row of a query that gives exactly one; throws where it does not. */
  row<Row extends object>(sql: string): Promise<Row>
  /** Columns by name, each an array as long as the result: for statistics over many rows. */
  columns(sql: string): Promise<Columns>
  /**
   * The values of `expressions` (SQL of numbers in double precision) over the rows of `relation`, in its order: an array
   * of `rows` values for each; NULL and what is not finite become NaN. Arrays of `into` that are as long are written over
   * and given back: those of an answer before, which nobody needs any more.
   */
  numbers(
    relation: string,
    expressions: readonly string[],
    rows: number,
    into?: readonly NumberArray[],
  ): Promise<NumberArray[]>

  /** Keeps the rows of a query for queries to come, under a name of its own; gives the relation. */
  keep(name: string, sql: string): Promise<string>
  /** Runs `work` while the rows of a query stand in the place of the table of that name. */
  withStandIn<Result>(table: string, sql: string, work: () => Promise<Result>): Promise<Result>
}
