/** Commands for stories and documents together. */
import { z } from 'zod'
import { entryNameSchema, libraryEntrySchema } from '../../library/entry.ts'
import { tagCountSchema, tagSchema } from '../../library/tags.ts'
import { type CommandMap, id, nothing } from './parts.ts'

export const libraryCommands = {
  /** The person has seen it. */
  'library/dismiss-notice': { input: z.object({ id }), output: nothing },
  /** Stories and documents together: newest first, or, when searched for, best first. */
  'library/list': {
    input: z.object({
      search: z.string().max(200).default(''),
      /** Empty: both. */
      kinds: z.array(z.enum(['story', 'document'])).default([]),
      order: z.enum(['newest', 'oldest', 'title', 'file']).default('newest'),
      /** Only those with this tag, in any case. */
      tag: z.string().max(40).optional(),
      /** Only favourites. */
      favourites: z.boolean().optional(),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().nonnegative().default(0),
    }),
    output: z.object({ entries: z.array(libraryEntrySchema), total: z.int() }),
  },
  /** Tags and favourites of several at once; what is not there any more is passed over. */
  'library/mark': {
    input: z.object({
      entries: z.array(entryNameSchema).min(1).max(5_000),
      favourite: z.boolean().optional(),
      addTags: z.array(tagSchema).max(20).default([]),
      removeTags: z.array(tagSchema).max(20).default([]),
    }),
    output: nothing,
  },
  /** Every tag in use. */
  'library/tags': { input: nothing, output: z.object({ tags: z.array(tagCountSchema) }) },
} as const satisfies CommandMap
