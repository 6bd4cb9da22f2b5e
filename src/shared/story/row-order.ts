/** What the rows of a table are to each other in time. */
import { z } from 'zod'

/** `series`: a row for each time; `panel`: a row for each entity and time; `events`: rows that happen when they happen. */
export const rowOrderSchema = z.object({
  kind: z.enum(['series', 'panel', 'events']),
  /** Of a panel: the columns that together name the entity. */
  entity: z.array(z.string()),
  /** The column of the times; absent of stories saved before. */
  time: z.string().optional(),
})
export type RowOrder = z.infer<typeof rowOrderSchema>
