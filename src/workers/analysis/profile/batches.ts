/**
 * How many columns one query looks at. A query takes time for each column of its table, whichever it asks for, so that
 * one query a column would be quadratic in the columns; and all columns in one query would hold all of their values.
 */

/** Values (rows × columns) that one query over a short table may hold. */
const valuesAtOnce = 2_000_000
/** DuckDB plans a query of more expressions in more than proportional time. */
const mostColumnsAtOnce = 100

/** Columns to ask for together in a table of `rows`: `least` of a long one, more of a short one. */
export function columnsAtOnce(rows: number, least: number): number {
  return Math.max(least, Math.min(mostColumnsAtOnce, Math.floor(valuesAtOnce / Math.max(1, rows))))
}

/** `items` in their order, in runs of `size` at most. */
export function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = []
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size))
  return batches
}
