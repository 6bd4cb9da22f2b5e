/** Event name to payload: all that the engine tells a window without being asked. */
import { z } from 'zod'
import { documentSummarySchema } from '../document/reading.ts'
import { jobSchema } from '../job/job.ts'
import { queueStateSchema } from '../job/queue.ts'
import { noticeSchema } from '../library/notice.ts'
import { watchSchema } from '../library/watch.ts'
import { firstFactsSchema } from '../story/first-facts.ts'
import { handSchema } from '../story/hand/hand.ts'
import { storySummarySchema } from '../story/story.ts'

export const events = {
  /** At most 10 a second a job while it runs; the last state of a job is always sent. */
  'job/changed': z.object({ job: jobSchema }),
  /** What is known of the job's tables while it runs: a few times a job, each replaces the one before. */
  'job/facts': z.object({ id: z.string(), facts: firstFactsSchema }),
  'job/removed': z.object({ id: z.string() }),
  /** Paused, resumed, or the number of jobs in a state changed. */
  'queue/changed': queueStateSchema,
  'story/saved': z.object({ story: storySummarySchema }),
  /** A person did something to the story, in this window or another. */
  'story/hand-changed': z.object({ id: z.string(), hand: handSchema }),
  'story/deleted': z.object({ id: z.string() }),
  /** The document's facts or some of its pages can now be read; `pages` names those that are new, at most 10 events a second. */
  'document/changed': z.object({ id: z.string(), pages: z.array(z.int().positive()) }),
  'document/saved': z.object({ document: documentSummarySchema }),
  'document/deleted': z.object({ id: z.string() }),
  /** Everything is said in another language from here on. */
  'app/language': z.object({ language: z.string() }),
  /** What is watched, or the state of it: all of it, in its order. */
  'watches/changed': z.object({ watches: z.array(watchSchema) }),
  /** A new version of a watched file was told. */
  'watch/told': z.object({
    watchId: z.string(),
    storyId: z.string(),
    /** The story it was compared with, and what changed in one sentence; null where it is the first of its columns. */
    beforeId: z.string().nullable(),
    sentence: z.string().nullable(),
    sourceName: z.string(),
  }),
  /** Tags or favourites changed. */
  'library/marked': z.object({ ids: z.array(z.string()) }),
  /** Something the person has to know of the library. */
  'library/notice': z.object({ notice: noticeSchema }),
  /** A file was opened from outside (second instance, command line, dock): show its job. */
  'job/opened': z.object({ id: z.string() }),
} as const satisfies Record<string, z.ZodType>

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>
export type EngineEvent = { [Name in EventName]: { name: Name; payload: EventPayload<Name> } }[EventName]
