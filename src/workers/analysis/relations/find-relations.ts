/** All relations of a table's numeric columns, looked for on rows spread over the table. */
import type { TableSchema } from '../schema.ts'
import { findLines } from './lines.ts'
import { findProducts } from './products.ts'
import { type NumberColumn, type Relation, type SharedDivisor, stepOf } from './relation.ts'
import { sharedDivisors } from './shared-divisor.ts'
import { findSums } from './sums.ts'

export interface Relations {
  readonly exact: readonly Relation[]
  readonly divisors: readonly SharedDivisor[]
}

/** Columns that are looked at, in their order, and rows of them. Bounds the work on wide tables. */
const mostColumns = 30
const rowsLookedAt = 2_000

const known = new WeakMap<TableSchema, Relations>()

/** Computed once a schema. */
export function relationsOf(schema: TableSchema): Relations {
  const before = known.get(schema)
  if (before !== undefined) return before
  const columns = numberColumns(schema)
  const followed = schema.order !== null && schema.order.kind !== 'events'
  const lines = findLines(columns, !followed)
  // What holds of a column holds of the same in other units; saying it twice would tell nothing.
  const copies = new Set(lines.filter(({ kind }) => kind === 'linear').map(({ second }) => second))
  const originals = columns.filter(({ name }) => !copies.has(name))
  const exact = [...findSums(originals), ...findProducts(originals), ...lines]
  const names = columns.map(({ name }) => name)
  const relations = { exact, divisors: sharedDivisors(names, exact) }
  known.set(schema, relations)
  return relations
}

function numberColumns(schema: TableSchema): NumberColumn[] {
  return schema.columns
    .flatMap(({ column, numeric }): NumberColumn[] => {
      const values = schema.sample.columns.get(column.name)
      const counts = column.role === 'measure' || column.role === 'dimension'
      if (!counts || numeric === null || values === undefined || column.distinct <= 2 || !(numeric.sd > 0)) return []
      const spread = spreadOver(values)
      return [{ name: column.name, values: spread, step: stepOf(spread), sd: numeric.sd }]
    })
    .slice(0, mostColumns)
}

/** The same rows of every column. */
function spreadOver(values: Float64Array): Float64Array {
  const count = Math.min(rowsLookedAt, values.length)
  return Float64Array.from({ length: count }, (_, row) => values[Math.floor((row * values.length) / count)] ?? 0)
}
