/** What the data view asks of a stored table: which rows in which order, what a column holds, what a selection comes to. */
import { z } from 'zod'
import { exportFormatsOf } from '../export-formats/formats.ts'
import { conditionSchema } from '../story/condition.ts'
import { scalarSchema } from '../story/insight.ts'

/** Columns that rows can be sorted by at once. */
export const mostSortColumns = 8
/** Characters that are searched for. */
export const mostSearchCharacters = 200
/** Rows of a window, and columns of it. */
export const mostWindowRows = 1_000
export const mostWindowColumns = 500
/** Values of a column with their counts. */
export const mostCommonValues = 500
/** Cells that can be copied at once: what a clipboard and a spreadsheet take without stalling. */
export const mostCopiedCells = 500_000

export const gridSortSchema = z.object({ column: z.string(), descending: z.boolean() })
export type GridSort = z.infer<typeof gridSortSchema>

/** Which rows of a table. */
export const gridFilterSchema = z.object({
  table: z.string(),
  where: conditionSchema.nullable(),
  /** A text that some column of the row holds, in any case; empty: none. */
  search: z.string().max(mostSearchCharacters),
})
export type GridFilter = z.infer<typeof gridFilterSchema>

/** Which rows of a table, and in which order: that of the file where nothing is sorted by. */
export const gridViewSchema = gridFilterSchema.extend({ sort: z.array(gridSortSchema).max(mostSortColumns) })
export type GridView = z.infer<typeof gridViewSchema>

const range = {
  /** Place in the view, from 0. */
  offset: z.int().nonnegative(),
}
const columns = z.array(z.string()).max(mostWindowColumns)

export const gridWindowSchema = z.object({
  view: gridViewSchema,
  columns,
  ...range,
  limit: z.int().min(1).max(mostWindowRows),
})
export const gridRowsSchema = z.object({
  /** Values in the order of the columns asked for. */
  rows: z.array(z.array(scalarSchema)),
  /** Of each row, its place in the stored table, from 1: the same however the view is sorted. */
  numbers: z.array(z.int().positive()),
  /** Rows of the view. */
  total: z.int().nonnegative(),
})
export type GridRows = z.infer<typeof gridRowsSchema>

export const gridColumnRequestSchema = z.object({
  filter: gridFilterSchema,
  column: z.string(),
  /** Commonest values wanted, most frequent first. */
  values: z.int().nonnegative().max(mostCommonValues),
  /** Only values that hold this text, in any case; empty: all. */
  holding: z.string().max(mostSearchCharacters),
})

/** Whole rows of a histogram's bin: from `from` up to `to`, the last bin with its end. Moments in ms since 1970. */
export const gridBinSchema = z.object({ from: z.number(), to: z.number(), count: z.int().nonnegative() })
export type GridBin = z.infer<typeof gridBinSchema>

export const gridColumnSchema = z.object({
  rows: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  /** Different values. */
  distinct: z.int().nonnegative(),
  /** False where there are many, which are counted within some percent (HyperLogLog). */
  isDistinctExact: z.boolean(),
  /** Numbers, or ISO texts of days and moments; null where there is no order to speak of, or no value. */
  least: scalarSchema,
  most: scalarSchema,
  mean: z.number().nullable(),
  median: z.number().nullable(),
  /** Of numbers and times with more than one value. */
  bins: z.array(gridBinSchema),
  common: z.array(z.object({ value: scalarSchema, count: z.int() })),
})
export type GridColumn = z.infer<typeof gridColumnSchema>

export const gridSelectionRequestSchema = z.object({
  view: gridViewSchema,
  columns,
  ...range,
  rows: z.int().positive(),
})
/** Over all selected cells together. */
export const gridSelectionSchema = z.object({
  cells: z.int(),
  /** Cells that hold a value. */
  filled: z.int(),
  /** Cells that hold a number. */
  numbers: z.int(),
  sum: z.number().nullable(),
  mean: z.number().nullable(),
  least: z.number().nullable(),
  most: z.number().nullable(),
})
export type GridSelection = z.infer<typeof gridSelectionSchema>

export const gridCopyRequestSchema = gridSelectionRequestSchema.extend({ header: z.boolean() })
/** Lines of cells with tabs between them, as spreadsheets take it from the clipboard. */
export const gridCopySchema = z.object({ text: z.string(), rows: z.int() })

/** What is filtered, in the order of the view, with the columns that are shown. */
export const gridExportRequestSchema = z.object({
  view: gridViewSchema,
  columns: z.array(z.string()).min(1),
  format: z.enum(exportFormatsOf('sourceTable')),
})
