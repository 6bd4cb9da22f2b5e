/** A source read as pages: Document JSON, version 1: changed only by adding. */
import { z } from 'zod'
import { sourceSchema } from '../story/source.ts'
import { documentStorySchema } from './document-story.ts'
import { documentKindSchema } from './kinds.ts'
import { documentWarningSchema } from './warning.ts'

/** Corners in points, origin top left: left, top, right, bottom. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])
export type Box = z.infer<typeof boxSchema>

export const outlineEntrySchema = z.object({
  title: z.string(),
  /** From 1; null where the entry leads to no page of this document. */
  page: z.int().positive().nullable(),
  /** From 1, the outermost. */
  level: z.int().positive(),
})
export type OutlineEntry = z.infer<typeof outlineEntrySchema>

export const linkSchema = z.object({
  box: boxSchema,
  /** An address outside, never opened by itself; null for a link within the document. */
  url: z.string().nullable(),
  /** From 1; null for a link outside. */
  page: z.int().positive().nullable(),
})
export type Link = z.infer<typeof linkSchema>

export const pageSchema = z.object({
  /** From 1. */
  number: z.int().positive(),
  /** What the document itself calls the page: iv, A-3. Null where that is the number. */
  label: z.string().nullable(),
  /** Points, as the page is seen: its own rotation applied. 0 where the document has no pages of its own: text, HTML. */
  width: z.number().nonnegative(),
  height: z.number().nonnegative(),
  /** In reading order: one line of text a line, an empty line between blocks. Headers and footers are set apart. */
  text: z.string(),
  /**
   * The same page as markup that is safe to show, for documents that are flowed and not drawn; images are relative to
   * the output folder or `data:` addresses, links within the document `#doc-…`; the page that holds the place such a
   * link leads to has it among its `anchors`. A `<table>` that is one of the document's `tables` says which by
   * `data-table`, its place there, from 0, on each page it goes over. Absent for PDF and plain text.
   */
  html: z.string().optional(),
  /** The `id`s on this page that links of the document lead to: `doc-…`, without the number sign. */
  anchors: z.array(z.string()).optional(),
  /** What stands at the head and at the foot of every page, not part of `text`; empty where nothing does. */
  header: z.string(),
  footer: z.string(),
  /** Of text, header and footer together. */
  words: z.int().nonnegative(),
  /** WebP at reading size and thumbnail, relative to the output folder, `/` between parts; null without a folder. */
  image: z.string().nullable(),
  thumbnail: z.string().nullable(),
  /** Whether the text was recognised from an image instead of read. */
  ocr: z.boolean(),
  links: z.array(linkSchema),
})
export type Page = z.infer<typeof pageSchema>

export const documentTableSchema = z.object({
  /** From 1; the first of its pages. */
  page: z.int().positive(),
  /** On that page; null where the page was flowed and nothing on it has a place. */
  box: boxSchema.nullable(),
  /** Whether the first row is a header; one of several rows is joined into it. */
  header: z.boolean(),
  /** All rows equally long. A cell merged over several stands in each of them. */
  rows: z.array(z.array(z.string())),
  /** Where it goes on, for one that spans pages: each further page with its box and its first row in `rows`. */
  continuations: z
    .array(z.object({ page: z.int().positive(), box: boxSchema, firstRow: z.int().nonnegative() }))
    .optional(),
  /** What tells it is a table: drawn lines, the places of its text alone, or the document's own markup. */
  found: z.enum(['ruled', 'unruled', 'marked']).optional(),
  /** As printed above or below it. */
  caption: z.string().nullable().optional(),
})
export type DocumentTable = z.infer<typeof documentTableSchema>

/** What is known of a document once it is opened, before its pages are read. */
export const openedDocumentSchema = z.object({
  kind: documentKindSchema,
  title: z.string().nullable(),
  language: z.string().nullable(),
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  outline: z.array(outlineEntrySchema),
  /** Pages there are. */
  pageCount: z.int().nonnegative(),
  /**
   * The pages that will be read, in order, each with its size in points as it is seen; empty for documents that are
   * flowed: their pages are known once they are converted, by `document` in one go.
   */
  pages: z.array(
    z.object({
      number: z.int().positive(),
      label: z.string().nullable(),
      width: z.number().nonnegative(),
      height: z.number().nonnegative(),
    }),
  ),
  warnings: z.array(documentWarningSchema),
})
export type OpenedDocument = z.infer<typeof openedDocumentSchema>

/** Everything a converter finds in a document; who it is and how long it took are added by those who ask. */
export const documentContentSchema = z.object({
  /** From the metadata or the first heading; null where the document names none. */
  title: z.string().nullable(),
  /** BCP 47, as the document declares it; null where it does not. */
  language: z.string().nullable(),
  /** Pages there are; `pages` may hold fewer when a limit was met, and then a warning says so. */
  pageCount: z.int().nonnegative(),
  outline: z.array(outlineEntrySchema),
  pages: z.array(pageSchema),
  tables: z.array(documentTableSchema),
  /** Author, subject, producer, dates …, by name as the format has it, lower camel case; dates ISO 8601. */
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  warnings: z.array(documentWarningSchema),
})
export type DocumentContent = z.infer<typeof documentContentSchema>

export const documentSchema = z.object({
  version: z.literal(1),
  id: z.string(),
  source: sourceSchema,
  ...documentContentSchema.shape,
  /** As the document has it, else the file's name without its ending. */
  title: z.string(),
  /** What it says, in its own words; absent where only its pages were asked for. */
  story: documentStorySchema.optional(),
  /** Milliseconds. */
  timings: z.record(z.string(), z.number().nonnegative()),
})
export type Document = z.infer<typeof documentSchema>
