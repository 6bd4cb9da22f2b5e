/** Commands for stories, and what is kept of how their sources are read. */
import { z } from 'zod'
import { comparisonSchema } from '../../comparison/comparison.ts'
import { exportFormatsOf } from '../../export-formats/formats.ts'
import { jobSchema } from '../../job/job.ts'
import { handSchema } from '../../story/hand/hand.ts'
import { columnsToldSchema } from '../../story/kept-columns.ts'
import { keptReadingSchema } from '../../story/reading.ts'
import { storySchema, storySummarySchema, verificationSchema } from '../../story/story.ts'
import { storyVersionSchema, toldOptionsSchema } from '../../story/version.ts'
import { languageTags } from '../../texts/languages.ts'
import { type CommandMap, exportedSchema, id, nothing, sourceHandleSchema } from './parts.ts'

export const storiesCommands = {
  'stories/list': {
    input: z.object({
      /** Words to search for in titles, texts, columns and file names; empty lists all, newest first. */
      search: z.string().max(200).default(''),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().nonnegative().default(0),
    }),
    output: z.object({ stories: z.array(storySummarySchema), total: z.int() }),
  },
  'stories/get': {
    input: z.object({ id }),
    output: z.object({
      /** As generated. */
      story: storySchema,
      jobId: z.string(),
      /** What a person did to it; null where nothing. */
      hand: handSchema.nullable().optional(),
    }),
  },
  /** Keeps what a person did to the story, in the place of all that was kept before; an empty hand forgets it. */
  'stories/set-hand': { input: z.object({ id, hand: handSchema }), output: nothing },
  'stories/delete': { input: z.object({ id }), output: nothing },
  /** The story and all others told of the same source with other words on it, in the order they were told. */
  'stories/versions': { input: z.object({ id }), output: z.object({ versions: z.array(storyVersionSchema) }) },
  /**
   * The file a story was told from: as it was, with other content (then a handle of it), no longer where it was, or not to
   * be read now.
   */
  'stories/source': {
    input: z.object({ id }),
    output: z.object({
      state: z.enum(['same', 'changed', 'gone', 'unknown']),
      source: sourceHandleSchema.nullable(),
    }),
  },
  /**
   * Tells the source of a story again. `told` takes the place of all that was told of it; the story stays as it is. What
   * held of its columns because it was told of another source goes on to hold, unless `told` speaks of columns itself.
   */
  'stories/retell': {
    input: z.object({ id, told: toldOptionsSchema }),
    output: z.object({
      /** Null where a version is told so already. */
      job: jobSchema.nullable(),
      storyId: z.string().nullable(),
    }),
  },
  /** Tells a story in another language, in the place of the one it was told in. Nothing is looked for again. */
  'stories/translate': {
    input: z.object({ id, language: z.enum(languageTags) }),
    output: z.object({ story: storySchema }),
  },
  /** What was told of sources and holds for others of the same shape, by the names of the sources. */
  'readings/list': {
    input: nothing,
    output: z.object({
      readings: z.array(keptReadingSchema.extend({ shape: z.string(), columns: columnsToldSchema.optional() })),
    }),
  },
  'readings/forget': { input: z.object({ shape: z.string().min(1).max(64) }), output: nothing },
  'stories/verify': { input: z.object({ id }), output: verificationSchema },
  /** What changed from the story `before` to the story `after`, of two versions of one source or of any two. */
  'stories/compare': {
    input: z.object({ before: id, after: id }),
    output: z.object({ comparison: comparisonSchema }),
  },
  /** What changed since the story told before of the same file, known by its columns; null where there is none. */
  'stories/compared': {
    input: z.object({ id }),
    output: z.object({ compared: comparisonSchema.pick({ before: true, headline: true }).nullable() }),
  },
  /** Saves through the system's dialog (desktop) or gives an address to download from (browser). Null: dismissed. */
  'stories/export': {
    input: z.object({ id, format: z.enum(exportFormatsOf('story')) }),
    output: exportedSchema,
  },
} as const satisfies CommandMap
