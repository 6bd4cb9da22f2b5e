/**
 * What is known of a source's tables while the analysis still runs: exact counts and statistics of the profile, no
 * findings. Told as data, so that each shell words it.
 */
import { z } from 'zod'
import { type RowOrder, rowOrderSchema } from './row-order.ts'
import {
  type ColumnRole,
  type ConvertedTable,
  columnRoleSchema,
  type ProfiledColumn,
  type ProfiledTable,
} from './table.ts'

export const firstTableFactsSchema = z.object({
  name: z.string(),
  /** Null until they are counted. */
  rows: z.int().nonnegative().nullable(),
  columns: z.int().nonnegative(),
  /** The first columns in their order, by name. */
  columnNames: z.array(z.string()),
  /** How many columns are for what; null until they have been looked at, and all below is empty. */
  roles: z.partialRecord(columnRoleSchema, z.int().positive()).nullable(),
  order: rowOrderSchema.nullable(),
  /** ISO 8601, or years as four digits. */
  period: z.object({ column: z.string(), from: z.string(), to: z.string() }).nullable(),
  measures: z.array(
    z.object({
      column: z.string(),
      format: z.string().nullable(),
      /** Rows with a value. */
      n: z.int().positive(),
      min: z.number(),
      max: z.number(),
      median: z.number(),
      /** The middle half lies between them. */
      q1: z.number(),
      q3: z.number(),
    }),
  ),
  categories: z.array(
    z.object({
      column: z.string(),
      distinct: z.int().positive(),
      /** The commonest, and how many of the `n` rows with a value have it. */
      value: z.string(),
      count: z.int().positive(),
      n: z.int().positive(),
    }),
  ),
})
export type FirstTableFacts = z.infer<typeof firstTableFactsSchema>

export const firstFactsSchema = z.object({
  /** The largest, when there are many; each replaces what was told of it before. */
  tables: z.array(firstTableFactsSchema),
  /** Tables beyond those. */
  moreTables: z.int().nonnegative(),
})
export type FirstFacts = z.infer<typeof firstFactsSchema>

const mostTables = 6
const mostNames = 12
const mostMeasures = 4
const mostCategories = 3
/** UTF-16 units; a longer value is a text to be read in the story. */
const longestValue = 80
/** A measure of fewer different values is a scale: its quartiles say little. */
const leastDistinct = 3

/** Facts of tables, the largest of many. */
export function firstFacts(tables: readonly FirstTableFacts[]): FirstFacts {
  const bySize = tables.toSorted((left, right) => cellsOf(right) - cellsOf(left))
  const shown = new Set(bySize.slice(0, mostTables))
  return { tables: tables.filter((table) => shown.has(table)), moreTables: tables.length - shown.size }
}

function cellsOf({ rows, columns }: FirstTableFacts): number {
  return (rows ?? 1) * columns
}

/** Of a table whose columns have been named, and maybe its rows counted. */
export function factsOfNamed(name: string, columnNames: readonly string[], rows: number | null): FirstTableFacts {
  return {
    name,
    rows,
    columns: columnNames.length,
    columnNames: columnNames.slice(0, mostNames),
    roles: null,
    order: null,
    period: null,
    measures: [],
    categories: [],
  }
}

export function factsOfConverted({ name, columns, rows }: ConvertedTable): FirstTableFacts {
  return factsOfNamed(
    name,
    columns.map((column) => column.name),
    rows,
  )
}

/** Of a table whose columns have been looked at. A column with a number for “missing” is left to the story. */
export function factsOfProfiled(table: ProfiledTable, order: RowOrder | null = null): FirstTableFacts {
  const plain = table.columns.filter((column) => column.missingCode === undefined)
  return {
    ...factsOfConverted(table),
    roles: countRoles(table.columns),
    order,
    period: periodOf(plain, table.rows),
    measures: plain.flatMap((column) => measureOf(column, table.rows)).slice(0, mostMeasures),
    categories: plain.flatMap((column) => categoryOf(column, table.rows)).slice(0, mostCategories),
  }
}

function countRoles(columns: readonly ProfiledColumn[]): Partial<Record<ColumnRole, number>> {
  const counts: Partial<Record<ColumnRole, number>> = {}
  for (const { role } of columns) counts[role] = (counts[role] ?? 0) + 1
  return counts
}

/** The time with the most rows. */
function periodOf(columns: readonly ProfiledColumn[], rows: number): FirstTableFacts['period'] {
  const times = columns.filter(({ role, distinct }) => role === 'time' && distinct >= 2)
  const [fullest] = times.toSorted((left, right) => left.nulls - right.nulls)
  if (fullest === undefined || fullest.nulls >= rows) return null
  const { min, max } = fullest.stats
  if (min === null || min === undefined || max === null || max === undefined) return null
  return { column: fullest.name, from: String(min), to: String(max) }
}

function measureOf(
  { name, role, distinct, format, nulls, stats }: ProfiledColumn,
  rows: number,
): FirstTableFacts['measures'] {
  const { min, max, median, q1, q3 } = stats
  if (role !== 'measure' || distinct < leastDistinct || typeof min !== 'number' || typeof max !== 'number') return []
  if (typeof median !== 'number' || typeof q1 !== 'number' || typeof q3 !== 'number') return []
  return [{ column: name, format, n: rows - nulls, min, max, median, q1, q3 }]
}

function categoryOf(
  { name, role, distinct, nulls, stats }: ProfiledColumn,
  rows: number,
): FirstTableFacts['categories'] {
  const [commonest, next] = stats.top ?? []
  if (role !== 'dimension' || distinct < 2 || commonest === undefined) return []
  if (commonest.value.length > longestValue) return []
  // Where several are the commonest, none is.
  if (next?.count === commonest.count) return []
  return [{ column: name, distinct, value: commonest.value, count: commonest.count, n: rows - nulls }]
}
