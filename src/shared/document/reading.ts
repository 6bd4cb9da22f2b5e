/** A document as it is read: what can be shown while it is still being converted, and each page with its places. */
import { z } from 'zod'
import { failureSchema } from '../failure/failure.ts'
import { jobStatusSchema } from '../job/job.ts'
import { sourceSchema } from '../story/source.ts'
import { boxSchema, documentTableSchema, outlineEntrySchema, pageSchema } from './document.ts'
import { documentStorySchema } from './document-story.ts'
import { documentWarningSchema } from './warning.ts'

/** A part of a line with a place of its own: as wide as printed, so that what is selected or found covers its letters. */
export const textPieceSchema = z.object({
  text: z.string(),
  /** Points from the left end of the line along its direction. */
  x: z.number(),
  width: z.number().nonnegative(),
})

export const textLineSchema = z.object({
  text: z.string(),
  /** Corners of the line as it is seen, points, origin top left. */
  box: boxSchema,
  /** Height of the font in points. */
  size: z.number().nonnegative(),
  /** Degrees clockwise in which the line runs; 0 from left to right. */
  angle: z.number(),
  rightToLeft: z.boolean(),
  /** Joined by single spaces where they are apart, the pieces are `text`. */
  pieces: z.array(textPieceSchema.extend({ spaceBefore: z.boolean() })),
  /**
   * Where the line stands in the page's `text`, in UTF-16 units; null for headers and footers, which are not part of it.
   * A word broken at the end of the line belongs to both of its lines there: `end` may be past the next one's `start`.
   */
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
})
export type TextLine = z.infer<typeof textLineSchema>

/** One page with all that a viewer draws on it. `image` and `thumbnail` are relative to the document's assets. */
export const pageReadingSchema = z.object({
  page: pageSchema,
  /** In reading order, headers first and footers last; empty for documents that are flowed. */
  lines: z.array(textLineSchema),
})
export type PageReading = z.infer<typeof pageReadingSchema>

/** A document under way or whole. Its id is that of the job that reads it, so that it can be opened before it is done. */
export const documentViewSchema = z.object({
  id: z.string(),
  /** Of the job. Pages that are ready can be read whatever it says; the story is there once it is `completed`. */
  status: jobStatusSchema,
  failure: failureSchema.nullable(),
  source: sourceSchema,
  /** As the document has it, else the file's name without its ending. */
  title: z.string(),
  language: z.string().nullable(),
  createdAt: z.string(),
  /** Null until the document has been opened by a worker. */
  pageCount: z.int().nonnegative().nullable(),
  outline: z.array(outlineEntrySchema),
  /** One entry a page that will be read, in order; known once the document is opened, before the pages are. */
  pages: z.array(
    z.object({
      number: z.int().positive(),
      label: z.string().nullable(),
      /** Points; 0 where the document is flowed. */
      width: z.number().nonnegative(),
      height: z.number().nonnegative(),
      /** Whether `documents/page` has it. */
      ready: z.boolean(),
    }),
  ),
  /** Once all pages are read. Commands name a table by its place in this list, from 0. */
  tables: z.array(documentTableSchema),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  warnings: z.array(documentWarningSchema),
  story: documentStorySchema.nullable(),
})
export type DocumentView = z.infer<typeof documentViewSchema>

/** A document in a list. */
export const documentSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  sourceName: z.string(),
  sourceKind: z.string(),
  pages: z.int(),
  words: z.int(),
  tables: z.int(),
  language: z.string().nullable(),
  /** Relative to its assets; null where no page was drawn. */
  thumbnail: z.string().nullable(),
  /** Words around the best hit and its page, when listed by a search; `[` and `]` mark the hit. */
  snippet: z.string().nullable(),
  page: z.int().positive().nullable(),
  favourite: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
})
export type DocumentSummary = z.infer<typeof documentSummarySchema>

export const documentHitSchema = z.object({
  page: z.int().positive(),
  /** In that page's `text`, UTF-16 units. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** Words around it, and where in them the hit is. */
  snippet: z.string(),
  snippetStart: z.int().nonnegative(),
  snippetEnd: z.int().positive(),
})
export type DocumentHit = z.infer<typeof documentHitSchema>
