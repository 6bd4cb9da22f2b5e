/** Commands for the application itself: its state, samples, what is watched, and the space it takes. */
import { z } from 'zod'
import { storageSchema } from '../../job/queue.ts'
import { noticeSchema } from '../../library/notice.ts'
import { watchSchema } from '../../library/watch.ts'
import { languageTags } from '../../texts/languages.ts'
import { type CommandMap, id, nothing } from './parts.ts'

const sampleWordsSchema = z.object({ title: z.string(), description: z.string() })

export const sampleSchema = sampleWordsSchema.extend({
  id,
  name: z.string(),
  bytes: z.int(),
  /** By tag of the language; `title` and `description` themselves are English. */
  translations: z.record(z.string(), sampleWordsSchema).optional(),
})
export type Sample = z.infer<typeof sampleSchema>

export const applicationCommands = {
  'app/info': {
    input: nothing,
    output: z.object({
      version: z.string(),
      shell: z.enum(['desktop', 'browser']),
      platform: z.string(),
      /** Jobs, stories and documents that exist, so that the first screen knows whether it is the first time. */
      stories: z.int(),
      documents: z.int().optional(),
      activeJobs: z.int(),
      /** A job the shell was started for (a file on the command line): shown at once. */
      openJobId: z.string().nullable(),
      /** The language everything is said in; the window follows it. */
      language: z.string().optional(),
      /** What the person has to know of the library and has not dismissed yet, oldest first. */
      notices: z.array(noticeSchema).optional(),
    }),
  },
  /** What is said and told from here on is in it, after a restart, too; stories stay in the language they have. */
  'app/set-language': { input: z.object({ language: z.enum(languageTags) }), output: nothing },
  'samples/list': { input: nothing, output: z.object({ samples: z.array(sampleSchema) }) },
  /** What is watched, in the order it was asked for. */
  'watches/list': { input: nothing, output: z.object({ watches: z.array(watchSchema) }) },
  /** Watches what a person chooses in the system's picker. Not offered by a shell that has none; null: dismissed. */
  'watches/pick': {
    input: z.object({ kind: z.enum(['file', 'folder']) }),
    output: z.object({ offered: z.boolean(), watch: watchSchema.nullable() }),
  },
  'watches/remove': { input: z.object({ id }), output: nothing },
  'storage/get': { input: nothing, output: storageSchema },
} as const satisfies CommandMap
