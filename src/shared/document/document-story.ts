/**
 * The story of a document: what it is and what it says, in its own words. Nothing is written that the document does not
 * say: sentences are quoted, terms, names, dates and amounts are as they stand, each with its places.
 */
import { z } from 'zod'
import { droppedSchema } from '../story/dropped.ts'

/** A stretch of a page's `text`. */
export const placeSchema = z.object({
  /** From 1. */
  page: z.int().positive(),
  /** UTF-16 units in that page's `text`. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Place = z.infer<typeof placeSchema>

/** A sentence of the document. But for white space `text` is what stands at its places: one or, over a page break or a line that is no part of it, two. */
export const quotationSchema = z.object({
  text: z.string(),
  places: z.array(placeSchema).min(1).max(2),
  /** How central it is, 0 to 1 within its document. */
  score: z.number(),
})
export type Quotation = z.infer<typeof quotationSchema>

/** Of something that stands at many places, how often, and the first of them. */
const mentions = { count: z.int().positive(), places: z.array(placeSchema).min(1) }

export const documentSectionSchema = z.object({
  heading: z.string(),
  /** From 1, the outermost. */
  level: z.int().positive(),
  /** Of the heading; null where it is known from the outline only, or was not found to stand where it should. */
  place: placeSchema.nullable(),
  /** First and last page. */
  pages: z.tuple([z.int().positive(), z.int().positive()]),
  words: z.int().nonnegative(),
  quotations: z.array(quotationSchema),
})

export const documentStorySchema = z.object({
  version: z.literal(1),
  about: z.object({
    pages: z.int().nonnegative(),
    words: z.int().nonnegative(),
    sentences: z.int().nonnegative(),
    readingMinutes: z.number().nonnegative(),
    /** BCP 47; `declared` by the document or `detected` from its words; null where neither. */
    language: z.object({ code: z.string(), from: z.enum(['declared', 'detected']) }).nullable(),
    headings: z.int().nonnegative(),
    /** Pages that are pictures without text. */
    scannedPages: z.array(z.int().positive()),
  }),
  /** The most central sentences of the whole, in the order of the document. */
  quotations: z.array(quotationSchema),
  sections: z.array(documentSectionSchema),
  terms: z.array(z.object({ term: z.string(), score: z.number(), ...mentions })),
  names: z.array(z.object({ name: z.string(), ...mentions })),
  /** `date`: ISO 8601, as exact as the text is: 2021, 2021-05, 2021-05-03. Where the order of day and month is open, none. */
  dates: z.array(z.object({ text: z.string(), date: z.string(), ...mentions })),
  /** `unit`: ISO 4217 for money, `%`, or the unit as it stands. */
  amounts: z.array(z.object({ text: z.string(), value: z.number(), unit: z.string(), ...mentions })),
  figures: z.array(z.object({ caption: z.string(), place: placeSchema })),
  /** By place in the document's `tables`, from 0. */
  tables: z.array(z.object({ table: z.int().nonnegative(), page: z.int().positive(), caption: z.string().nullable() })),
  /** Null where there is too little text, or no formula for its language. */
  readability: z.object({ formula: z.string(), score: z.number(), reads: z.string() }).nullable(),
  method: z.object({
    ranking: z.string(),
    sentencesRanked: z.int().nonnegative(),
    sampled: z.boolean(),
    /** Statements left out because they were not found at their places, by what they are: `quotation`, `date`. */
    dropped: droppedSchema.optional(),
  }),
  /** Statements compared with the pages before the story was saved. */
  verified: z.object({ statements: z.int(), matched: z.int() }),
})
export type DocumentStory = z.infer<typeof documentStorySchema>
