/** A file the user gave us. */
import { z } from 'zod'

export const sourceKindSchema = z.enum(['csv', 'xlsx', 'pdf', 'docx', 'text', 'markdown', 'html', 'unknown'])
export type SourceKind = z.infer<typeof sourceKindSchema>

export const sourceSchema = z.object({
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  kind: sourceKindSchema,
  sheet: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>
