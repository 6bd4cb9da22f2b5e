/** What commands of several topics take and give. */
import { z } from 'zod'

/** Command name to input and output. */
export type CommandMap = Readonly<Record<string, { input: z.ZodType; output: z.ZodType }>>

export const nothing = z.object({}).strict()
export const id = z.string().min(1).max(64)

/** A file main has accepted: the window holds only this, never a path of its own making. */
export const sourceHandleSchema = z.object({ handle: id, name: z.string(), bytes: z.int().nonnegative() })
export type SourceHandle = z.infer<typeof sourceHandleSchema>

/** What became of an export; null: the dialog was dismissed. */
export const exportedSchema = z.object({
  saved: z.object({ name: z.string(), downloadUrl: z.string().nullable() }).nullable(),
})
