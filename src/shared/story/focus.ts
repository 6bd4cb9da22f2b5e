/** What a person says of the columns, over what the engine would think: part of a job's options, kept with its story. */
import { z } from 'zod'
import { columnRoleSchema } from './table.ts'

export const focusSchema = z.object({
  /** By column name: what the column is for. */
  roles: z.record(z.string(), columnRoleSchema).optional(),
  /** Columns that are left out of the analysis; they stay in the table. */
  ignore: z.array(z.string()).optional(),
  /** The column that statements should be about, where there are any. */
  target: z.string().optional(),
})
export type Focus = z.infer<typeof focusSchema>
