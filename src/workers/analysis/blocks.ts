/**
 * Blocks: columns within whose values every group of a dimension occurs equally often, as both drugs in every patient, or
 * all varieties at every site. Compared within blocks, groups are told apart that the differences between blocks hide.
 */
import type { Artefacts } from './artefacts.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { TableSchema } from './schema.ts'

export interface Blocks {
  readonly columns: readonly ColumnProfile[]
  readonly cells: number
  readonly rowsPerCell: number
}

/** Values of a measure beyond which it is measured, not set by whoever planned the table. */
const mostLevelsOfMeasure = 12
/** Columns tried as blocks, in their order, and how many are taken together. Bounds the work. */
const mostCandidates = 8
const mostTogether = 3
const mostCells = 20_000
/** A course of so few periods is not followed over time, and its rows are no neighbours. */
const mostPeriods = 6

/** Null where no column is crossed with the dimension in balance, or rows follow each other in time. */
export function blocksOf(schema: TableSchema, artefacts: Artefacts, dimension: ColumnProfile): Promise<Blocks | null> {
  return artefacts.once(`blocks:${dimension.column.name}`, async () => {
    const { order } = schema
    if (order !== null && order.kind !== 'events' && order.column.column.distinct > mostPeriods) return null
    const groups = await artefacts.groups(dimension)
    const size = groups[0]?.rows ?? 0
    // Every group must be as large as every other, and all rows in one.
    if (dimension.filled < schema.rows || groups.some(({ rows }) => rows !== size)) return null
    const kept: Blocks[] = []
    for (const candidate of candidates(schema, dimension, size)) {
      const columns = [...(kept.at(-1)?.columns ?? []), candidate]
      if (columns.length > mostTogether) break
      const together = await balanced(schema, artefacts, dimension, columns)
      if (together !== null) kept.push(together)
    }
    return kept.at(-1) ?? null
  })
}

/** Those of most values first: the finest blocks leave least to chance. */
function candidates({ columns, rows }: TableSchema, dimension: ColumnProfile, size: number): ColumnProfile[] {
  return columns
    .filter(({ column, filled }) => {
      if (column.name === dimension.column.name || filled < rows || column.distinct < 2) return false
      if (column.storage === 'DATE' || column.storage === 'TIMESTAMP' || column.role === 'text') return false
      if (column.role === 'measure' && column.distinct > mostLevelsOfMeasure) return false
      return size % column.distinct === 0
    })
    .toSorted((left, right) => right.column.distinct - left.column.distinct)
    .slice(0, mostCandidates)
}

async function balanced(
  { relation }: TableSchema,
  artefacts: Artefacts,
  dimension: ColumnProfile,
  columns: readonly ColumnProfile[],
): Promise<Blocks | null> {
  const most = columns.reduce((product, { column }) => product * column.distinct, dimension.column.distinct)
  if (most > mostCells) return null
  const names = [dimension, ...columns].map((column) => column.sql).join(', ')
  const { cells, least, largest } = await artefacts.source.row<{ cells: number; least: number; largest: number }>(
    `SELECT count(*) AS cells, min(rows) AS least, max(rows) AS largest
     FROM (SELECT count(*) AS rows FROM ${relation} GROUP BY ${names})`,
  )
  return cells === most && least === largest ? { columns, cells, rowsPerCell: least } : null
}

/** SQL of the block of a row, as text. */
export function blockSql({ columns }: Blocks): string {
  return columns.map((column) => column.text).join(` || ' / ' || `)
}
