/** A file or folder that is looked at from time to time: each new version of a file in it is told by itself. */
import { z } from 'zod'

export const watchSchema = z.object({
  id: z.string(),
  kind: z.enum(['file', 'folder']),
  /** Without the way to it: a window knows no paths. */
  name: z.string(),
  createdAt: z.string(),
  /** `new`: not looked at yet. `missing`: not there, and looked for again. `unreadable`: there, and closed to us. */
  state: z.enum(['new', 'watched', 'missing', 'unreadable']),
  /** Since when it is in this state; null for `new`. */
  since: z.string().nullable(),
  /** The last version that was told because of it; null for none. */
  last: z
    .object({
      /** Null once the story was deleted. */
      storyId: z.string().nullable(),
      /** The story it was compared with; null where it is the first of its columns. */
      beforeId: z.string().nullable(),
      sourceName: z.string(),
      at: z.string(),
      /** What changed, in the one sentence that matters; null where there was nothing to compare it with. */
      sentence: z.string().nullable(),
    })
    .nullable(),
})
export type Watch = z.infer<typeof watchSchema>
