/** The saved result of a story job, version 1 of the outer contract. Changed only by adding. */
import { z } from 'zod'
import { cardFigureSchema } from '../library/card-figure.ts'
import { chartSchema } from './chart.ts'
import { droppedSchema } from './dropped.ts'
import { focusSchema } from './focus.ts'
import { insightDraftSchema, insightSchema, scalarSchema } from './insight.ts'
import { keptColumnsSchema } from './kept-columns.ts'
import { noteSchema } from './note.ts'
import { keptReadingSchema } from './reading.ts'
import { sourceSchema } from './source.ts'
import { type StatedNumber, statedNumberSchema } from './stated-number.ts'
import { profiledTableSchema } from './table.ts'
import { toldOptionsSchema } from './version.ts'

export { type StatedNumber, statedNumberSchema }

/** What a section is for, whatever it is called. */
export const sectionRoleSchema = z.enum([
  'lead',
  'key',
  'short',
  'chapter',
  'further',
  'leads',
  'quality',
  'notFound',
  'method',
])
export type SectionRole = z.infer<typeof sectionRoleSchema>

const numeralSchema = z.object({ text: z.string(), start: z.int().nonnegative() })

/** What a person did with a paragraph. */
export const paragraphHandSchema = z.object({
  /** The generated text, where the person wrote another. */
  was: z.string().optional(),
  /** Numerals of their text that no evidence bears out. */
  unverified: z.array(numeralSchema).optional(),
  note: z.string().optional(),
  pinned: z.boolean().optional(),
  /** What the section is for from which it was pinned. */
  from: sectionRoleSchema.optional(),
})
export type ParagraphHand = z.infer<typeof paragraphHandSchema>

export const paragraphSchema = z.object({
  text: z.string(),
  insights: z.array(z.string()),
  numbers: z.array(statedNumberSchema),
  /** Only in a story as a person arranged it (`story/hand/handed.ts`), never in a saved one. */
  hand: paragraphHandSchema.optional(),
})
export type Paragraph = z.infer<typeof paragraphSchema>

export const sectionSchema = z.object({
  /** Absent of stories saved before: `roleOfSection` tells it by their headings, which were English. */
  role: sectionRoleSchema.optional(),
  heading: z.string(),
  paragraphs: z.array(paragraphSchema),
  charts: z.array(z.string()),
  /** The generated heading, where a person wrote another: as `hand` of a paragraph. */
  hand: z.object({ was: z.string() }).optional(),
})
export type Section = z.infer<typeof sectionSchema>

export const methodSchema = z.object({
  testsRun: z.int().nonnegative(),
  /** Tests that the multiplicity control kept: the sum over the families. */
  kept: z.int().nonnegative(),
  /** Findings made of them: the others were too small to matter, or say the same. Absent in stories saved before. */
  told: z.int().nonnegative().optional(),
  q: z.number(),
  families: z.array(
    z.object({ name: z.string(), tests: z.int(), simes: z.number(), selected: z.boolean(), kept: z.int() }),
  ),
  sampled: z.boolean(),
  rowsAnalysed: z.int().nonnegative(),
  /** Wide tables of which not all columns were looked into; absent where all were. */
  bounded: z
    .array(
      z.object({
        table: z.string(),
        columns: z.int(),
        measures: z.object({ taken: z.int(), of: z.int() }),
        dimensions: z.object({ taken: z.int(), of: z.int() }),
      }),
    )
    .optional(),
  /** What was left out because it could not be proved; absent in stories told before this was counted. */
  dropped: droppedSchema.optional(),
})
export type Method = z.infer<typeof methodSchema>

export const timingsSchema = z.object({
  import: z.number(),
  convert: z.number(),
  analyze: z.number(),
  narrate: z.number(),
  visualize: z.number(),
})

export const storySchema = z.object({
  version: z.literal(1),
  id: z.string(),
  createdAt: z.string(),
  engineVersion: z.string(),
  /** Tag of the language it is told in; absent for English. */
  language: z.string().optional(),
  seed: z.int(),
  title: z.string(),
  subtitle: z.string(),
  source: sourceSchema,
  /** What a person said of the columns; absent when nothing was said. */
  focus: focusSchema.optional(),
  /** What was told of another source of its shape, and held for this one too. */
  kept: keptReadingSchema.optional(),
  /** What was corrected of the columns of another source of its shape, likewise. */
  keptColumns: keptColumnsSchema.optional(),
  tables: z.array(profiledTableSchema),
  findings: z.array(insightSchema),
  facts: z.array(insightSchema),
  leads: z.array(insightSchema),
  quality: z.array(insightSchema),
  /** Statements for which this language had no words that could be proved: another may have. Absent where there are none. */
  untold: z.array(insightDraftSchema).optional(),
  sections: z.array(sectionSchema),
  charts: z.array(chartSchema),
  method: methodSchema,
  timings: timingsSchema,
  /** How many numbers were recomputed from their evidence before the story was saved. */
  verified: z.object({ numbers: z.int(), matched: z.int() }),
})
export type Story = z.infer<typeof storySchema>

/** A story in a list. */
export const storySummarySchema = z.object({
  id: z.string(),
  jobId: z.string(),
  title: z.string(),
  subtitle: z.string(),
  createdAt: z.string(),
  sourceName: z.string(),
  sourceKind: z.string(),
  rows: z.int(),
  columns: z.int(),
  findings: z.int(),
  charts: z.int(),
  /** What was told of its source; absent where nothing was. */
  told: toldOptionsSchema.optional(),
  /** How many versions there are of it, itself among them; absent for one. */
  versions: z.int().optional(),
  /** Words around the hit, when listed by a search; `[` and `]` mark it. */
  snippet: z.string().nullable(),
  favourite: z.boolean().optional(),
  tags: z.array(z.string()).optional(),
  /** The shape of its first chart; null where there is none. */
  figure: cardFigureSchema.nullable().optional(),
})
export type StorySummary = z.infer<typeof storySummarySchema>

export const verificationSchema = z.object({
  numbers: z.int(),
  matched: z.int(),
  failed: z.array(
    z.object({
      insight: z.string(),
      name: z.string(),
      stated: scalarSchema,
      recomputed: scalarSchema,
      /** In English. */
      why: z.string(),
      /** The same, to be said in the reader's language. */
      noted: noteSchema.optional(),
    }),
  ),
})
export type Verification = z.infer<typeof verificationSchema>
