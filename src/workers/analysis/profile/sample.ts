/** Which rows belong to the deterministic sample on which ranks are computed when a table is long. */

export interface RowSample {
  readonly rows: number
  /** False when the sample is the whole table. */
  readonly partial: boolean
  /** Sampled values by column name, NaN for none; all of equal length and in file order. */
  readonly columns: Map<string, Float64Array>
  take(column: Float64Array): Float64Array
  /** SQL that keeps as large a part of rows numbered from 1 in `rowNumber`. */
  condition(rowNumber: string): string
  /** The sample as SQL: a relation with the given columns, row for row the same rows. */
  sql(relation: string, columns: readonly string[]): string
}

/** A sample of this size ranks a correlation to ± 0.006, far finer than any gate. */
export const sampleSize = 100_000

/** Knuth's multiplier, the golden ratio of 2³²: consecutive rows land evenly, whatever the order of the file repeats. */
const multiplier = 2_654_435_761
const modulus = 4_294_967_296

export function rowSample(rows: number): RowSample {
  const partial = rows > sampleSize
  const threshold = partial ? Math.floor((modulus * sampleSize) / rows) : modulus
  // Row numbers start at 1, as SQL's row_number() does.
  const kept = partial ? keptRows(rows, threshold) : null
  return {
    rows: kept?.length ?? rows,
    partial,
    columns: new Map(),
    take(column) {
      if (kept === null) return column
      const values = new Float64Array(kept.length)
      for (let place = 0; place < kept.length; place++) values[place] = column[kept[place] ?? 0] ?? Number.NaN
      return values
    },
    condition: (rowNumber) => `${rowNumber} * ${multiplier} % ${modulus} < ${threshold}`,
    sql(relation, columns) {
      if (!partial) return relation
      const list = columns.join(', ')
      return `(SELECT ${list} FROM (SELECT ${list}, row_number() OVER () AS "row number" FROM ${relation}) WHERE ${this.condition('"row number"')})`
    },
  }
}

/** Places of the rows that are kept, from 0. */
function keptRows(rows: number, threshold: number): Uint32Array {
  const isKept = (row: number): boolean => scrambled(row) < threshold
  let size = 0
  for (let row = 1; row <= rows; row++) if (isKept(row)) size++
  const kept = new Uint32Array(size)
  let place = 0
  for (let row = 1; row <= rows; row++) if (isKept(row)) kept[place++] = row - 1
  return kept
}

/** row · multiplier mod 2³², exact for any row number: the product is taken in 32-bit arithmetic. */
function scrambled(row: number): number {
  return Math.imul(row | 0, multiplier | 0) >>> 0
}
