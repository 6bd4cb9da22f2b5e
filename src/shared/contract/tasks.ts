/** Short work asked of a worker thread outside any job: reading, checking, exporting. Same carrier as the stages. */
import { z } from 'zod'
import { answerSchema, lookedSchema } from '../ask/answer.ts'
import { askedQuestionSchema } from '../ask/question.ts'
import { askedTableSchema } from '../ask/table.ts'
import { comparisonSchema } from '../comparison/comparison.ts'
import { documentContentSchema, documentSchema, openedDocumentSchema } from '../document/document.ts'
import { documentStorySchema } from '../document/document-story.ts'
import { documentKindSchema, pagedKindSchema } from '../document/kinds.ts'
import { exportFormatsOf } from '../export-formats/formats.ts'
import { chartSchema } from '../story/chart.ts'
import { insightSchema, scalarSchema } from '../story/insight.ts'
import { readingOptionsSchema } from '../story/reading.ts'
import { sectionSchema, storySchema, verificationSchema } from '../story/story.ts'
import { convertedColumnSchema, convertedTableSchema, profiledTableSchema } from '../story/table.ts'
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

const storedTables = {
  tables: z.array(
    convertedTableSchema.pick({ name: true, file: true, columns: true, view: true }).partial({ columns: true }),
  ),
  convertDir: z.string(),
}
/** The one table that the data view shows, and where orders of its rows are kept. */
const gridTable = {
  tables: z.array(
    convertedTableSchema
      .pick({ name: true, file: true, rows: true, view: true })
      .extend({ columns: z.array(convertedColumnSchema.extend({ distinct: z.int().optional() })) }),
  ),
  convertDir: z.string(),
  cacheDir: z.string(),
}
const sourceFile = z.object({ path: z.string(), name: z.string(), bytes: z.int() })
export const rowsSchema = z.object({ columns: z.array(z.string()), rows: z.array(z.array(scalarSchema)) })
export type Rows = z.infer<typeof rowsSchema>

export const taskSchemas = {
  /** Recomputes every value of every insight from the stored tables. */
  verify: {
    input: z.object({
      ...storedTables,
      insights: z.array(insightSchema),
      /** When given, the numbers in the texts are checked against the evidence they cite, too. */
      sections: z.array(sectionSchema).optional(),
      /** When given, what is written and marked on the charts is checked likewise. */
      charts: z.array(chartSchema).optional(),
      /** Tag of the language the texts are in; absent for English. */
      language: z.string().optional(),
    }),
    output: verificationSchema,
  },
  /** Runs one evidence query and gives its first rows. */
  evidence: {
    input: z.object({ ...storedTables, sql: z.string(), limit: z.int().positive() }),
    output: rowsSchema.extend({ truncated: z.boolean() }),
  },
  /** A page of a stored table, in file order. */
  page: {
    input: z.object({ ...storedTables, table: z.string(), offset: z.int(), limit: z.int().positive() }),
    output: rowsSchema.extend({ total: z.int() }),
  },
  /** Rows of a filtered and sorted view of a stored table. */
  'grid-rows': { input: z.object({ ...gridTable, window: gridWindowSchema }), output: gridRowsSchema },
  /** What a column of it holds. */
  'grid-column': { input: z.object({ ...gridTable, question: gridColumnRequestSchema }), output: gridColumnSchema },
  /** What selected cells come to. */
  'grid-selection': {
    input: z.object({ ...gridTable, range: gridSelectionRequestSchema }),
    output: gridSelectionSchema,
  },
  /** Selected cells as a text for the clipboard. */
  'grid-copy': { input: z.object({ ...gridTable, range: gridCopyRequestSchema }), output: gridCopySchema },
  /** Writes the rows of a view. */
  'grid-export': {
    input: z.object({ ...gridTable, request: gridExportRequestSchema, outputPath: z.string() }),
    output: z.object({ rows: z.int() }),
  },
  /** `storyglass read`: writes a table of a source to `outputPath`. */
  read: {
    input: z.object({
      source: sourceFile,
      /** Of a protected source. */
      password: z.string().nullable().optional(),
      /** By its name, or that of its sheet or file; null for the first. */
      table: z.string().nullable(),
      format: z.enum(exportFormatsOf('sourceTable')),
      /** CSV values as understood instead of as they stood. */
      typed: z.boolean(),
      outputPath: z.string(),
      /** What a person says of how it is to be read. */
      reading: readingOptionsSchema.optional(),
      /** Writes how each table was read instead of a table: JSON, or lines to be read where the format is CSV. */
      explain: z.boolean().optional(),
    }),
    output: z.object({ table: z.string(), rows: z.int(), columns: z.int() }),
  },
  /** `storyglass read --cells`: every non-empty cell of a workbook, `{"Sheet!A1": "n12.5"}`, to `outputPath`. */
  cells: {
    input: z.object({ source: sourceFile, outputPath: z.string(), password: z.string().nullable().optional() }),
    output: z.object({ cells: z.int() }),
  },
  /** `storyglass convert`: reads a document page by page; images of its pages go to `outputDir` where there is one. */
  document: {
    input: z.object({ source: sourceFile, outputDir: z.string().nullable(), password: z.string().nullable() }),
    output: z.object({ kind: documentKindSchema, content: documentContentSchema }),
  },
  /** What questions about a story's tables are read against: their names, values and periods. */
  'ask-vocabulary': {
    input: z.object({ tables: z.array(profiledTableSchema), convertDir: z.string() }),
    output: z.object({ tables: z.array(askedTableSchema) }),
  },
  /** Answers a question that was understood. */
  ask: {
    input: z.object({
      tables: z.array(profiledTableSchema),
      convertDir: z.string(),
      source: sourceFile,
      seed: z.int(),
      question: askedQuestionSchema,
      looked: lookedSchema,
    }),
    output: answerSchema,
  },
  /** What a document says of itself before its pages are read. The kind is found by content. */
  'document-open': {
    input: z.object({ source: sourceFile, password: z.string().nullable() }),
    output: openedDocumentSchema,
  },
  /**
   * Reads the named pages of a document that has pages of its own, and leaves of each, as soon as it is done, its
   * images and, last, `parts/0001.json` in `outputDir`: a part that is there is whole. Reports pages done of those
   * named. A page that fails leaves a part that says so.
   */
  'document-pages': {
    input: z.object({
      source: sourceFile,
      kind: pagedKindSchema,
      password: z.string().nullable(),
      outputDir: z.string(),
      pages: z.array(z.int().positive()),
    }),
    output: z.object({ pages: z.int() }),
  },
  /**
   * Makes the document from the parts of all its pages: running heads set apart, broken words joined, tables over
   * several pages put together. Leaves `lines/0001.json` (lines of a page) in `outputDir` for the viewer.
   */
  'document-assemble': {
    input: z.object({ outputDir: z.string(), opened: openedDocumentSchema }),
    output: documentContentSchema,
  },
  /** The story of a converted document; see `shared/document/document-story.ts`. */
  'document-story': {
    input: z.object({ source: sourceFile, content: documentContentSchema }),
    output: documentStorySchema,
  },
  /**
   * Writes a document, only what it says, or one of its tables, named by its place in `tables`.
   */
  'document-export': {
    input: z.object({
      document: documentSchema,
      what: z.discriminatedUnion('subject', [
        z.object({ subject: z.literal('document'), format: z.enum(exportFormatsOf('document')) }),
        z.object({ subject: z.literal('documentStory'), format: z.enum(exportFormatsOf('documentStory')) }),
        z.object({
          subject: z.literal('documentTable'),
          format: z.enum(exportFormatsOf('documentTable')),
          table: z.int().nonnegative(),
        }),
      ]),
      outputPath: z.string(),
    }),
    output: z.object({ bytes: z.int() }),
  },
  /** What changed from one saved story of a source to another; see `shared/comparison/comparison.ts`. */
  compare: {
    input: z.object({
      before: z.object({ story: storySchema, convertDir: z.string() }),
      after: z.object({ story: storySchema, convertDir: z.string() }),
    }),
    output: comparisonSchema,
  },
  /**
   * Tells a saved story in another language, from its own statements and the stored tables: nothing is looked for again,
   * every number is recomputed. `source`: what its narration was made from, the one file inside of a packed one.
   */
  translate: {
    input: z.object({
      story: storySchema,
      source: z.object({ name: z.string(), bytes: z.int() }),
      convertDir: z.string(),
      language: z.string(),
    }),
    output: storySchema,
  },
  /** Writes a story, in its own language; some formats take its stored tables along. */
  export: {
    input: z.object({
      ...storedTables,
      story: storySchema,
      format: z.enum(exportFormatsOf('story')),
      outputPath: z.string(),
    }),
    output: z.object({ bytes: z.int() }),
  },
} as const

export type TaskMap = {
  [Name in keyof typeof taskSchemas]: {
    input: z.infer<(typeof taskSchemas)[Name]['input']>
    output: z.infer<(typeof taskSchemas)[Name]['output']>
  }
}
export type TaskName = keyof TaskMap
