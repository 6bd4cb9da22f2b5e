/** The categories of a column that can be put in an order by hand. */
import type { ColumnType, ProfiledColumn } from '../../shared/story/table.ts'

/** More are not put in an order one by one. */
const mostOrdered = 30

/**
 * All categories in the order that holds: those told first, then the others by how often they occur. Null where the
 * column is not one of groups, or has too many, or fewer than two.
 */
export function categoriesToOrder(
  { role, distinct, stats }: Pick<ProfiledColumn, 'role' | 'distinct' | 'stats'>,
  type: ColumnType | undefined,
  order: readonly string[] | null,
): readonly string[] | null {
  const values = (stats.top ?? []).map(({ value }) => value)
  const isGrouping = type === undefined ? role === 'dimension' : type === 'category' || type === 'boolean'
  const isWhole = values.length === distinct && distinct >= 2 && distinct <= mostOrdered
  if (!isGrouping || !isWhole) return null
  const told = (order ?? []).filter((value) => values.includes(value))
  return [...told, ...values.filter((value) => !told.includes(value))]
}

/** One place up (-1) or down (1); as it is at the end. */
export function moved(categories: readonly string[], category: string, by: -1 | 1): readonly string[] {
  const from = categories.indexOf(category)
  const to = from + by
  if (from < 0 || to < 0 || to >= categories.length) return categories
  return categories.toSpliced(from, 1).toSpliced(to, 0, category)
}
