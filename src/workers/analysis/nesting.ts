/** Dimensions that lie within others: plants within a treatment, cities within a country. */
import type { Artefacts } from './artefacts.ts'
import type { ColumnProfile } from './profile/profile.ts'
import type { TableSchema } from './schema.ts'

/** Larger tables are not asked: the answer only moves a statement down. */
const mostRows = 50_000

/**
 * Whether each value of a dimension has one value of another that has fewer: the other then tells of more rows what this one
 * tells. False in tables too large to ask. One query a dimension.
 */
export function liesWithin(schema: TableSchema, artefacts: Artefacts, dimension: ColumnProfile): Promise<boolean> {
  return artefacts.once(`lies within:${dimension.column.name}`, async () => {
    if (schema.rows > mostRows) return false
    const coarser = schema.dimensions.filter(
      ({ column }) => column.role === 'dimension' && 2 * column.distinct <= dimension.column.distinct,
    )
    if (coarser.length === 0) return false
    const counts = coarser.map((_dimension, index) => `max(count_${index}) AS most_${index}`)
    const each = coarser.map(({ sql }, index) => `count(DISTINCT ${sql}) AS count_${index}`)
    const row = await artefacts.source.row<Record<string, number | null>>(
      `SELECT ${counts.join(', ')} FROM (SELECT ${each.join(', ')} FROM ${schema.relation}
WHERE ${dimension.sql} IS NOT NULL GROUP BY ${dimension.sql})`,
    )
    return coarser.some((_dimension, index) => row[`most_${index}`] === 1)
  })
}
