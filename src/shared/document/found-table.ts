/** A table as it is found on one page of a drawn document, before those that go on over pages are put together. */
import { z } from 'zod'
import { boxSchema } from './document.ts'

export const foundCellSchema = z.object({
  /** From 0, its top left place in the grid. */
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  /** Rows and columns it takes. */
  rows: z.int().positive(),
  columns: z.int().positive(),
  /** Its lines joined by single spaces; empty cells are listed too. */
  text: z.string(),
  /** Points, as in the table's own box. */
  box: boxSchema,
})
export type FoundCell = z.infer<typeof foundCellSchema>

export const foundTableSchema = z.object({
  /** From 1. */
  page: z.int().positive(),
  /** Points as the page is seen, origin top left. */
  box: boxSchema,
  found: z.enum(['ruled', 'unruled']),
  rowCount: z.int().positive(),
  columnCount: z.int().positive(),
  /** Every place of the grid belongs to exactly one of them. Columns are in reading order: from the right in right-to-left tables. */
  cells: z.array(foundCellSchema),
  /** Rows at the top that are header; 0 where none is. */
  headerRows: z.int().nonnegative(),
  /** Whether something shows that they are: a rule, a shade, text over numbers. Else they are only taken for it. */
  headerShown: z.boolean(),
  /** Left and right end of each column, in points, in reading order: what tells the same table on the next page. */
  columnSpans: z.array(z.tuple([z.number(), z.number()])),
  caption: z.string().nullable(),
  /** Nothing but what may be a running head or foot stands between it and the page's head or foot. */
  atTop: z.boolean(),
  atBottom: z.boolean(),
  /** Too small to be a table of its own: kept only where it goes on from the page before. */
  tentative: z.boolean(),
})
export type FoundTable = z.infer<typeof foundTableSchema>
