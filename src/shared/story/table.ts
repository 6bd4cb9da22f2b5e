/** A rectangular set of typed columns found in a source: as converted, and as profiled. */
import { z } from 'zod'
import { conditionSchema } from './condition.ts'
import { declaredFactsSchema } from './declared-facts.ts'
import { noteSchema } from './note.ts'
import { tableReadingSchema } from './reading.ts'
import { rowOrderSchema } from './row-order.ts'

/** How a column is stored in Parquet. Decided by the convert stage from the values alone. */
export const storageTypeSchema = z.enum(['DOUBLE', 'BIGINT', 'DATE', 'TIMESTAMP', 'BOOLEAN', 'VARCHAR'])
export type StorageType = z.infer<typeof storageTypeSchema>

/** What a column holds, as a person would say it. Decided by the profile from exact distinct counts. */
export const columnTypeSchema = z.enum([
  'number',
  'integer',
  'date',
  'timestamp',
  'boolean',
  'category',
  'text',
  'identifier',
])
export type ColumnType = z.infer<typeof columnTypeSchema>

/** What a column is for: summed and averaged, grouped by, ordered by, told apart by, or read. */
export const columnRoleSchema = z.enum(['measure', 'dimension', 'time', 'identifier', 'text'])
export type ColumnRole = z.infer<typeof columnRoleSchema>

/** Values that were present but could not be read as the column's type; they are null in the table, never silently. */
export const unreadableSchema = z.object({
  count: z.int().nonnegative(),
  /** At most 5, as they stood in the file, with the 1-based data row they stood in. */
  examples: z.array(z.object({ row: z.int(), text: z.string() })),
})

export const convertedColumnSchema = z.object({
  /** As in the source, unless empty or repeated: then made unique, which is told in the table's notes. */
  name: z.string(),
  storage: storageTypeSchema,
  /** How the values were written, where that matters to read or show them: `percent`, `currency:EUR`, `%d/%m/%Y`, `words:Yes/No`. */
  format: z.string().nullable(),
  unreadable: unreadableSchema,
  /** Its digits are not those that were written: several units became one, or `1.2M` and `12K` numbers. */
  rescaled: z.literal(true).optional(),
  /** As it is called in the source, where a person calls it otherwise. */
  sourceName: z.string().optional(),
  /** Its categories from the first to the last, where a person or the file said so; others come behind them. */
  order: z.array(z.string()).optional(),
})
export type ConvertedColumn = z.infer<typeof convertedColumnSchema>

/**
 * How a column is read otherwise than it was converted: `number` texts with a decimal point or comma, `text` as texts,
 * `words` of yes and no, `time` by a notation of strptime, or counted in `days` (Excel) or `seconds` from an epoch.
 */
export const retypingSchema = z.object({
  column: z.string(),
  storage: storageTypeSchema,
  by: z.discriminatedUnion('rule', [
    z.object({ rule: z.literal('number'), decimal: z.enum(['.', ',']) }),
    z.object({ rule: z.literal('text') }),
    z.object({ rule: z.literal('words'), yes: z.string(), no: z.string() }),
    z.object({ rule: z.literal('time'), notation: z.string() }),
    z.object({ rule: z.literal('days') }),
    z.object({ rule: z.literal('seconds'), perSecond: z.number().positive() }),
  ]),
})
export type Retyping = z.infer<typeof retypingSchema>

/** What of a stored table a person asked to be told: only some rows, some columns read otherwise. */
export const tableViewSchema = z.object({
  /** Columns under other names than they are stored by; all else of the view has the new ones. Absent where none are. */
  renamed: z.array(z.object({ column: z.string(), name: z.string() })).optional(),
  where: conditionSchema.nullable(),
  retyped: z.array(retypingSchema),
  /** Values that count as missing, before anything is read otherwise. Absent where none do. */
  missing: z.array(z.object({ column: z.string(), values: z.array(z.string()) })).optional(),
  /** Rows that are set aside; meant, as `where` is, in the columns of the view. */
  without: conditionSchema.optional(),
  /** A column of two groups that are compared, each named by what holds in its rows. Absent where none are. */
  grouped: z
    .object({ name: z.string(), groups: z.array(z.object({ label: z.string(), condition: conditionSchema })) })
    .optional(),
  /** Rows of the stored table before those that were not asked for were left out. */
  rowsStored: z.int().nonnegative(),
})
export type TableView = z.infer<typeof tableViewSchema>

export const convertedTableSchema = z.object({
  /** Unique within the source: the sheet's name, or the file's name without its ending. */
  name: z.string(),
  sheet: z.string().nullable(),
  /** Parquet file name inside the convert stage's folder. Rows are in file order. */
  file: z.string(),
  rows: z.int().nonnegative(),
  /** Rows of the source that are not in the table (preamble, footer, unreadable), each kind explained in `notes`. */
  droppedRows: z.int().nonnegative(),
  notes: z.array(z.string()),
  /** The same as messages and their arguments, for other languages; absent of older stories. */
  noted: z.array(noteSchema).optional(),
  columns: z.array(convertedColumnSchema),
  /** How it was read; absent for tables of formats that leave nothing to decide, and of older stories. */
  reading: tableReadingSchema.optional(),
  /** Absent where all of the stored table is told as it was converted. `columns` and `rows` are those of the view. */
  view: tableViewSchema.optional(),
})
export type ConvertedTable = z.infer<typeof convertedTableSchema>

/** Null where the statistic is not defined (no values, or a spread of zero). Times are ISO 8601 strings. */
const statistic = z.number().nullable()
export const columnStatsSchema = z
  .object({
    min: z.union([z.number(), z.string(), z.null()]),
    max: z.union([z.number(), z.string(), z.null()]),
    mean: statistic,
    sd: statistic,
    median: statistic,
    q1: statistic,
    q3: statistic,
    skewness: statistic,
    kurtosis: statistic,
    zeros: z.int().nullable(),
    lag1: statistic,
    /** Most frequent values with their counts, for columns with few distinct ones. */
    top: z.array(z.object({ value: z.string(), count: z.int() })),
  })
  .partial()
export type ColumnStats = z.infer<typeof columnStatsSchema>

export const profiledColumnSchema = z.object({
  name: z.string(),
  type: columnTypeSchema,
  role: columnRoleSchema,
  nulls: z.int().nonnegative(),
  distinct: z.int().nonnegative(),
  stats: columnStatsSchema,
  storage: storageTypeSchema,
  format: z.string().nullable(),
  unreadable: unreadableSchema,
  rescaled: z.literal(true).optional(),
  sourceName: z.string().optional(),
  order: z.array(z.string()).optional(),
  /** A value that stands for “missing” (−999, 99.9): left out of everything said of the column but its own statistics. */
  missingCode: z.number().optional(),
  /** Its name in prose, where `format` is the unit its name ends with: `Body Mass` for `Body Mass (g)`. */
  nameWithoutUnit: z.string().optional(),
  /** Where `format` was read: in the column's name, which says it whatever its values hold. Absent of all others. */
  formatFrom: z.literal('name').optional(),
  /** A person asked that nothing is told of it. Absent of all others, and in stories of earlier versions. */
  leftOut: z.literal(true).optional(),
})
export type ProfiledColumn = z.infer<typeof profiledColumnSchema>

/** What one row is: `strike` and `strikes`. */
const rowNounSchema = z.object({ one: z.string(), many: z.string() })
export type RowNoun = z.infer<typeof rowNounSchema>

export const profiledTableSchema = convertedTableSchema.extend({
  columns: z.array(profiledColumnSchema),
  /** Absent where it is unsure, and in stories of earlier versions: its rows are rows. */
  rowNoun: rowNounSchema.optional(),
  /** Absent where no column is a time, and in stories of earlier versions. */
  order: rowOrderSchema.optional(),
  /** What a person declared of its rows; absent where nothing was. */
  declared: declaredFactsSchema.optional(),
})
export type ProfiledTable = z.infer<typeof profiledTableSchema>

export function rowNounOf(table: Pick<ProfiledTable, 'rowNoun'> | null | undefined): RowNoun {
  return table?.rowNoun ?? { one: 'row', many: 'rows' }
}
