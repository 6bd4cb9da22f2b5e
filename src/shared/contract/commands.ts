/**
 * Command name to input and output: all that a window may ask of the engine. Both graphical shells carry this one map,
 * Electron over IPC and the browser shell over loopback HTTP. Names are `noun/verb`.
 */
import { z } from 'zod'
import { answerSchema } from '../ask/answer.ts'
import { askedQuestionSchema, understandingSchema } from '../ask/question.ts'
import { askedTableSchema } from '../ask/table.ts'
import { comparisonSchema } from '../comparison/comparison.ts'
import { documentHitSchema, documentViewSchema, pageReadingSchema } from '../document/reading.ts'
import { documentExportFormats, exportFormatsOf } from '../export-formats/formats.ts'
import { jobOptionsSchema, jobPrioritySchema, jobSchema, jobStatusSchema } from '../job/job.ts'
import { metricsSchema } from '../job/metrics.ts'
import { queueStateSchema, storageSchema } from '../job/queue.ts'
import { entryNameSchema, libraryEntrySchema } from '../library/entry.ts'
import { noticeSchema } from '../library/notice.ts'
import { tagCountSchema, tagSchema } from '../library/tags.ts'
import { watchSchema } from '../library/watch.ts'
import { firstFactsSchema } from '../story/first-facts.ts'
import { handSchema } from '../story/hand/hand.ts'
import { columnsToldSchema } from '../story/kept-columns.ts'
import { keptReadingSchema } from '../story/reading.ts'
import { storySchema, storySummarySchema, verificationSchema } from '../story/story.ts'
import { storyVersionSchema, toldOptionsSchema } from '../story/version.ts'
import { languageTags } from '../texts/languages.ts'
import {
  gridColumnRequestSchema,
  gridColumnSchema,
  gridCopyRequestSchema,
  gridCopySchema,
  gridExportRequestSchema,
  gridRowsSchema,
  gridSelectionRequestSchema,
  gridSelectionSchema,
  gridWindowSchema,
} from './grid.ts'
import { rowsSchema } from './tasks.ts'

/** Spreadsheets of a million cells copy to about ten million characters. */
const maxPastedCharacters = 64_000_000

const nothing = z.object({}).strict()
const id = z.string().min(1).max(64)

/** A file main has accepted: the window holds only this, never a path of its own making. */
export const sourceHandleSchema = z.object({ handle: id, name: z.string(), bytes: z.int().nonnegative() })
export type SourceHandle = z.infer<typeof sourceHandleSchema>

const sampleWordsSchema = z.object({ title: z.string(), description: z.string() })

export const sampleSchema = sampleWordsSchema.extend({
  id,
  name: z.string(),
  bytes: z.int(),
  /** By tag of the language; `title` and `description` themselves are English. */
  translations: z.record(z.string(), sampleWordsSchema).optional(),
})
export type Sample = z.infer<typeof sampleSchema>

export const commands = {
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
  /** The operating system's file picker; the browser shell has its own and answers with none. */
  'sources/pick': { input: nothing, output: z.object({ sources: z.array(sourceHandleSchema) }) },
  /** Several files as one source, whose like tables are told as one with `reading.sheetsAsOne`. */
  'sources/join': {
    input: z.object({ handles: z.array(id).min(2).max(2_000) }),
    output: z.object({ source: sourceHandleSchema }),
  },
  /** Text from the clipboard as a file of that name. */
  'sources/paste': {
    input: z.object({ name: z.string().min(1).max(200), text: z.string().min(1).max(maxPastedCharacters) }),
    output: z.object({ source: sourceHandleSchema }),
  },
  'jobs/create': {
    input: z.object({
      source: z.union([z.object({ handle: id }).strict(), z.object({ sample: id }).strict()]),
      options: jobOptionsSchema.partial().default({}),
      priority: jobPrioritySchema.default('normal'),
    }),
    output: z.object({
      job: jobSchema,
      /** `existing`: an active job for the same content and options was returned instead of a second one. */
      outcome: z.enum(['created', 'existing']),
      /** A story already told from the same content and options, if there is one. */
      earlierStoryId: z.string().nullable(),
      /** A document already read from the same content, if there is one. */
      earlierDocumentId: z.string().nullable().optional(),
    }),
  },
  'jobs/list': {
    input: z.object({
      statuses: z.array(jobStatusSchema).default([]),
      /** Part of the source's name, in any case; absent or empty lists all. */
      search: z.string().max(200).optional(),
      /** `queue`: running first, then waiting in the order they will run, then ended, last ended first. */
      order: z.enum(['newest', 'queue']).optional(),
      limit: z.int().min(1).max(500).default(100),
      offset: z.int().nonnegative().default(0),
    }),
    output: z.object({ jobs: z.array(jobSchema), total: z.int() }),
  },
  'jobs/get': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** What is known of its tables while it runs; null before anything is, and when it does not run. */
  'jobs/facts': { input: z.object({ id }), output: z.object({ facts: firstFactsSchema.nullable() }) },
  'jobs/cancel': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  'jobs/retry': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /**
   * Tries a document again that is protected by a password. It is kept in memory until the job ends and written nowhere:
   * after a restart it is asked for again.
   */
  'jobs/unlock': {
    input: z.object({ id, password: z.string().min(1).max(1_000) }),
    output: z.object({ job: jobSchema }),
  },
  'jobs/prioritize': { input: z.object({ id, priority: jobPrioritySchema }), output: z.object({ job: jobSchema }) },
  /** A queued job is held back; a running one stops, keeps its finished stages and is held back. */
  'jobs/pause': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  'jobs/resume': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** Ahead of all that wait. */
  'jobs/run-next': { input: z.object({ id }), output: z.object({ job: jobSchema }) },
  /** Every failed job, from its first unfinished stage. */
  'jobs/retry-failed': { input: nothing, output: z.object({ jobs: z.array(jobSchema) }) },
  /** Removes jobs that ended long ago and that no story needs; a dry run only says which. */
  'jobs/clean': {
    input: z.object({
      /** Days since completed and cancelled jobs ended. */
      days: z.int().nonnegative().optional(),
      failedDays: z.int().nonnegative().optional(),
      dryRun: z.boolean().default(true),
    }),
    output: z.object({ jobIds: z.array(z.string()), bytes: z.number().nonnegative(), dryRun: z.boolean() }),
  },
  'queue/get': { input: nothing, output: queueStateSchema },
  /** Running jobs go on, none is begun. Outlives a restart. */
  'queue/set-paused': { input: z.object({ paused: z.boolean() }), output: queueStateSchema },
  'metrics/get': { input: z.object({ days: z.int().min(1).max(365).default(30) }), output: metricsSchema },
  /** The person has seen it. */
  'library/dismiss-notice': { input: z.object({ id }), output: nothing },
  /** What is watched, in the order it was asked for. */
  'watches/list': { input: nothing, output: z.object({ watches: z.array(watchSchema) }) },
  /** Watches what a person chooses in the system's picker. Not offered by a shell that has none; null: dismissed. */
  'watches/pick': {
    input: z.object({ kind: z.enum(['file', 'folder']) }),
    output: z.object({ offered: z.boolean(), watch: watchSchema.nullable() }),
  },
  'watches/remove': { input: z.object({ id }), output: nothing },
  'storage/get': { input: nothing, output: storageSchema },
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
  'documents/get': { input: z.object({ id }), output: z.object({ document: documentViewSchema }) },
  'documents/page': { input: z.object({ id, page: z.int().positive() }), output: pageReadingSchema },
  /** Every place of the words as they stand, in any case, in the order of the pages that are ready. */
  'documents/search': {
    input: z.object({
      id,
      words: z.string().min(1).max(200),
      limit: z.int().min(1).max(5_000).default(1_000),
    }),
    output: z.object({ hits: z.array(documentHitSchema), total: z.int() }),
  },
  'documents/delete': { input: z.object({ id }), output: nothing },
  /** A story job of its own from a table of the document. */
  'documents/tell-table': {
    input: z.object({ id, table: z.int().nonnegative() }),
    output: z.object({
      job: jobSchema,
      outcome: z.enum(['created', 'existing']),
      earlierStoryId: z.string().nullable(),
    }),
  },
  /** As `stories/export`. With `table` that table, without it the document; a format of the other alone is refused. */
  'documents/export': {
    input: z.object({ id, table: z.int().nonnegative().nullable(), format: z.enum(documentExportFormats) }),
    output: z.object({ saved: z.object({ name: z.string(), downloadUrl: z.string().nullable() }).nullable() }),
  },
  /** Saves through the system's dialog (desktop) or gives an address to download from (browser). Null: dismissed. */
  'stories/export': {
    input: z.object({ id, format: z.enum(exportFormatsOf('story')) }),
    output: z.object({ saved: z.object({ name: z.string(), downloadUrl: z.string().nullable() }).nullable() }),
  },
  /** What a question about a story's tables may name: for completing and understanding it as it is typed. */
  'ask/tables': { input: z.object({ storyId: id }), output: z.object({ tables: z.array(askedTableSchema) }) },
  /** A question as it was typed, or one that was understood and then changed. */
  'ask/answer': {
    input: z.object({
      storyId: id,
      asked: z.union([
        z.object({ text: z.string().max(2_000) }).strict(),
        z.object({ question: askedQuestionSchema }).strict(),
      ]),
    }),
    output: z.object({ understanding: understandingSchema, answer: answerSchema.nullable() }),
  },
  /**
   * A mark of the chart of a statement explained as a question: `row` of the chart's data and, of several series, the
   * column of the one meant. With null, the category or the period the statement itself is about.
   */
  'ask/explain': {
    input: z.object({
      storyId: id,
      insightId: z.string().max(200),
      mark: z.object({ row: z.int().nonnegative(), series: z.string().max(1_000).nullable() }).nullable(),
    }),
    output: z.object({ answer: answerSchema }),
  },
  /** The rows a stated number was made from. The query is the story's own, named by its place. */
  'evidence/run': {
    input: z.object({ storyId: id, insightId: z.string().max(200), query: z.int().nonnegative() }),
    output: rowsSchema.extend({ sql: z.string(), truncated: z.boolean() }),
  },
  'tables/page': {
    input: z.object({
      storyId: id,
      table: z.string(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: rowsSchema.extend({ total: z.int() }),
  },
  /** The data view: rows of a filtered and sorted view of a story's table. */
  'grid/rows': { input: gridWindowSchema.extend({ storyId: id }), output: gridRowsSchema },
  /** What a column holds in the rows of a filter. */
  'grid/column': { input: gridColumnRequestSchema.extend({ storyId: id }), output: gridColumnSchema },
  /** What selected cells come to. */
  'grid/selection': { input: gridSelectionRequestSchema.extend({ storyId: id }), output: gridSelectionSchema },
  /** Selected cells as a text that pastes into a spreadsheet. */
  /** As `stories/export`. */
  'grid/export': {
    input: gridExportRequestSchema.extend({ storyId: id }),
    output: z.object({ saved: z.object({ name: z.string(), downloadUrl: z.string().nullable() }).nullable() }),
  },
  'grid/copy': { input: gridCopyRequestSchema.extend({ storyId: id }), output: gridCopySchema },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type CommandName = keyof typeof commands
export type CommandInput<Name extends CommandName> = z.input<(typeof commands)[Name]['input']>
/** The input after defaults are filled in: what a handler gets. */
export type CommandRequest<Name extends CommandName> = z.output<(typeof commands)[Name]['input']>
export type CommandOutput<Name extends CommandName> = z.output<(typeof commands)[Name]['output']>

/** One handler a command; a missing one does not compile. */
export type CommandHandlers = {
  [Name in CommandName]: (input: CommandRequest<Name>) => Promise<CommandOutput<Name>>
}
