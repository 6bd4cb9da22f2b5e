/** One thing kept in the library, in a list of all of them. */
import { z } from 'zod'
import { documentSummarySchema } from '../document/reading.ts'
import { storySummarySchema } from '../story/story.ts'

export const libraryEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('story'), story: storySummarySchema }),
  z.object({ kind: z.literal('document'), document: documentSummarySchema }),
])
export type LibraryEntry = z.infer<typeof libraryEntrySchema>

/** Which of them: ids are no other's, the kind says where it is kept. */
export const entryNameSchema = z.object({ kind: z.enum(['story', 'document']), id: z.string().min(1).max(64) })
export type EntryName = z.infer<typeof entryNameSchema>
