/** What the person has to be told of their library, until they have seen it. */
import { z } from 'zod'

export const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum([
    /** It was damaged or gone: an earlier copy took its place. */
    'library_restored',
    /** It was damaged and there was no copy: an empty one took its place. */
    'library_begun_anew',
    /** Its newest changes could not be read. */
    'changes_unreadable',
    /** A check found damage while it is in use. */
    'library_suspect',
  ]),
  at: z.iso.datetime(),
  message: z.string(),
  hint: z.string(),
  /** What was kept aside, by its name in the data folder; nothing is deleted. */
  keptAs: z.string().nullable(),
  /** When the copy now in use was made. */
  restoredFrom: z.iso.datetime().nullable(),
  /** What is known to be gone: null where nothing is. */
  lost: z
    .object({
      jobs: z.int().nonnegative(),
      stories: z.int().nonnegative(),
      documents: z.int().nonnegative().optional(),
      /** Titles of stories and documents and names of files, the newest first; not all of them where there are many. */
      names: z.array(z.string()),
      /** False when the damaged file could not be read to its end, so that more may be gone. */
      complete: z.boolean(),
    })
    .nullable(),
})
export type LibraryNotice = z.infer<typeof noticeSchema>
