/** What of a table a question is read against: its names, values and periods. No rows. */
import { z } from 'zod'
import { columnRoleSchema, columnTypeSchema } from '../story/table.ts'

export const askedColumnSchema = z.object({
  name: z.string(),
  /** As it is called in the file, where a person calls it otherwise. */
  sourceName: z.string().optional(),
  type: columnTypeSchema,
  role: columnRoleSchema,
  /** Whether sums mean something: over all rows, over things but not over time, or never. */
  additivity: z.enum(['flow', 'stock', 'none']),
  /** Its different values as texts, of columns that group rows; the commonest ones where there are many. */
  values: z.array(z.string()),
  /** Least and greatest: numbers, or times as ISO 8601 texts. Absent where there is no order or no value. */
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
})
export type AskedColumn = z.infer<typeof askedColumnSchema>

export const askedTableSchema = z.object({
  name: z.string(),
  /** What a row is called, where that is known. */
  noun: z.object({ one: z.string(), many: z.string() }).nullable(),
  columns: z.array(askedColumnSchema),
})
export type AskedTable = z.infer<typeof askedTableSchema>
