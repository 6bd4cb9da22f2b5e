/** How a table was read: what was decided, why, and what else it could have been. And what a person says instead. */
import { z } from 'zod'

/** What a person says of a source, over what the reader would decide: part of a job's options, kept with its story. */
export const readingOptionsSchema = z.object({
  /** What stands between cells; '\t' for a tab. */
  delimiter: z.string().min(1).max(3).optional(),
  /** What is put around cells; '' for nothing. */
  quote: z.enum(['"', "'", '']).optional(),
  /** A label of the WHATWG encoding standard: `utf-8`, `windows-1252`, `shift_jis`. */
  encoding: z.string().min(1).max(40).optional(),
  /** Rows of the header; 0 where the first row is a record already. */
  headerRows: z.int().min(0).max(9).optional(),
  /** Rows above the table that are passed over, blank ones included. */
  skip: z.int().min(0).max(1_000_000).optional(),
  /** Of dates like 03/04/2024. */
  dateOrder: z.enum(['day-first', 'month-first']).optional(),
  /** What fractions begin with. */
  decimal: z.enum(['.', ',']).optional(),
  /** Only the table of this name, or of the sheet of this name. */
  table: z.string().optional(),
  /** Tables of the same columns become one, with the name of each as a column. */
  sheetsAsOne: z.boolean().optional(),
  /** Tables told together by a key: `orders.customer_id=customers.id`, one after the other. */
  join: z.array(z.string().min(3).max(500)).max(10).optional(),
  /** Months, quarters or years that stand side by side stay columns. */
  keepWide: z.boolean().optional(),
  /** Rows proved to be totals stay rows. */
  keepTotals: z.boolean().optional(),
  /** What was told of a source of the same shape before does not hold any more. */
  forget: z.boolean().optional(),
})
export type ReadingOptions = z.infer<typeof readingOptionsSchema>

/** What was told of another source of the same shape, and held for this one too. */
export const keptReadingSchema = z.object({
  reading: readingOptionsSchema,
  /** The name of the source it was told of. */
  from: z.string(),
})
export type KeptReading = z.infer<typeof keptReadingSchema>

/** One decision on a whole table, in words a person could give back as an option. */
export const readingChoiceSchema = z.object({
  what: z.enum(['encoding', 'delimiter', 'quote', 'skip', 'header-rows', 'comments', 'labels', 'periods']),
  chosen: z.string(),
  why: z.string(),
  /** Null where nothing else came into question. */
  runnerUp: z.string().nullable(),
  /** A person decided it. */
  told: z.boolean(),
})
export type ReadingChoice = z.infer<typeof readingChoiceSchema>

export const columnReadingSchema = z.object({
  name: z.string(),
  /** `number`, `date`, `date and time`, `yes or no`, `text`. */
  type: z.string(),
  /** How it is written: a date's notation, the decimal mark; null where there is one way only. */
  order: z.string().nullable(),
  /** `percent`, a currency; null for none. */
  unit: z.string().nullable(),
  why: z.string(),
  runnerUp: z.string().nullable(),
})

export type ColumnReading = z.infer<typeof columnReadingSchema>

export const setAsideSchema = z.object({
  /** `sum`, `mean`, `remark`, `header again` …: why it is no row of the table. */
  kind: z.string(),
  /** 1-based: the line of a text, the row of a sheet; null where it is not known. */
  row: z.int().nullable(),
  text: z.string(),
})

export const tableReadingSchema = z.object({
  choices: z.array(readingChoiceSchema),
  /** At most a hundred; the table's notes count them all. */
  setAside: z.array(setAsideSchema),
  columns: z.array(columnReadingSchema),
})
export type TableReading = z.infer<typeof tableReadingSchema>
