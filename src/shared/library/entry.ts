/** One thing kept in the library, in a list of all of them. */
import { z } from 'zod'
import { documentSummarySchema } from '../document/reading.ts'
import { storySummarySchema } from '../story/story.ts'

export const libraryEntrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('story'), story: storySummarySchema }),
  z.object({ kind: z.literal('document'), document: documentSummarySchema }),
])
export type LibraryEntry = z.infer<typeof libraryEntrySchema>
