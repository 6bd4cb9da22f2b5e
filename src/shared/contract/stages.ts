/**
 * Stage name to input and output: what the engine asks of a worker thread. Folders are absolute; every file name inside
 * an output is relative to that stage's folder, so that a folder can be renamed when the stage is done.
 */
import { z } from 'zod'
import { depthSchema } from '../job/job.ts'
import { pipelineSchema } from '../job/pipeline.ts'
import { chartSchema } from '../story/chart.ts'
import { droppedSchema } from '../story/dropped.ts'
import { focusSchema } from '../story/focus.ts'
import { insightDraftSchema, insightSchema } from '../story/insight.ts'
import { keptColumnsSchema } from '../story/kept-columns.ts'
import { noteOrSentenceSchema } from '../story/note.ts'
import { keptReadingSchema, readingOptionsSchema } from '../story/reading.ts'
import { sourceKindSchema } from '../story/source.ts'
import { methodSchema, type paragraphSchema, sectionSchema } from '../story/story.ts'
import { convertedTableSchema, profiledTableSchema } from '../story/table.ts'

/** The file to read, never written to. `name` is what the user calls it; `path` may be a copy with another name. */
const sourceFileSchema = z.object({ path: z.string(), name: z.string(), bytes: z.int() })

/** A file that was inside the source, unpacked or deciphered: `file` is within the folder of the import stage. */
const innerFileSchema = z.object({
  file: z.string(),
  /** Without folders. */
  name: z.string(),
  bytes: z.int(),
  kind: sourceKindSchema,
})
export type InnerFile = z.infer<typeof innerFileSchema>

export const importOutputSchema = z.object({
  kind: sourceKindSchema,
  /** True when the name's ending promised another kind. */
  misnamed: z.boolean(),
  /** What the source is read by: a table is told as a story, anything with pages is a document. */
  pipeline: pipelineSchema.optional(),
  /** A fingerprint of its columns' names, where it was asked for and could be had. */
  shape: z.string().optional(),
  /** Set where the source only wraps others: what is read in its place, several only where all are tables. */
  inside: z
    .object({
      files: z.array(innerFileSchema).min(1),
      /** Whether the sheet that was asked for was taken for the name of one of its files. */
      chosen: z.boolean(),
      notes: z.array(noteOrSentenceSchema),
    })
    .optional(),
})
export const convertOutputSchema = z.object({
  tables: z.array(convertedTableSchema),
  /** Set where it was read as another source of its shape was told to be. */
  kept: keptReadingSchema.optional(),
})
export const analyzeOutputSchema = z.object({
  tables: z.array(profiledTableSchema),
  /** Ranked, best first, within each class; redundant ones removed. */
  insights: z.array(insightDraftSchema),
  method: methodSchema,
  /** Set where its columns are as they were told of another source of its shape. */
  keptColumns: keptColumnsSchema.optional(),
})
export const narrateOutputSchema = z.object({
  /** Tag of the language it is written in; absent for English. */
  language: z.string().optional(),
  title: z.string(),
  subtitle: z.string(),
  /** Same order as the analysis, less those that could not be proved. */
  insights: z.array(insightSchema),
  /** Charts are added by the visualize stage. */
  sections: z.array(sectionSchema),
  /** How many numbers, of the statements and of the texts, were recomputed from the stored tables, and came out. */
  verified: z.object({ numbers: z.int(), matched: z.int() }),
  dropped: droppedSchema.optional(),
  /** Ids of statements with a value that did not come out of the data: untrue in any language. */
  disproved: z.array(z.string()).optional(),
})
export const visualizeOutputSchema = z.object({
  charts: z.array(chartSchema),
  sections: z.array(sectionSchema),
  dropped: droppedSchema.optional(),
})

const outputDir = z.string()
export const stageSchemas = {
  import: {
    input: z.object({
      source: sourceFileSchema,
      sha256: z.string(),
      outputDir,
      /**
       * What a person asked for by name (`tell`, `convert`): the source is taken as that if it can be, and refused with
       * the reason if it cannot. Absent, the content decides: a text that may be either is what it looks more like.
       */
      wanted: pipelineSchema.optional(),
      /** A sheet that was asked for by name, which in an archive may be one of its files. */
      sheet: z.string().nullable().optional(),
      /** Of a protected source; held in memory only. */
      password: z.string().nullable().optional(),
      /** Its files are to be told as one table: more of them are taken. */
      asOne: z.boolean().optional(),
      /** Whether to find out its shape. */
      wantsShape: z.boolean().optional(),
    }),
    output: importOutputSchema,
  },
  convert: {
    input: z.object({
      source: sourceFileSchema,
      kind: sourceKindSchema,
      /** Where the source is several files, an archive's: what is read in its place. */
      parts: z.array(z.object({ source: sourceFileSchema, kind: sourceKindSchema })).optional(),
      /** What a reader should know of the source as a whole: kept with its first table. */
      notes: z.array(noteOrSentenceSchema).optional(),
      /** Only this sheet of a workbook; null for all. */
      sheet: z.string().nullable(),
      /**
       * Set where the source is a table of a document, which Storyglass wrote as plain CSV itself. `header`: its first
       * row is known to be its header; otherwise the content decides.
       */
      written: z.object({ header: z.boolean() }).optional(),
      /** What a person says of how it is to be read. */
      reading: readingOptionsSchema.optional(),
      /** The name of the source of which that was said, where it was another of the same shape. */
      readingOf: z.string().optional(),
      outputDir,
    }),
    output: convertOutputSchema,
  },
  analyze: {
    input: z.object({
      source: sourceFileSchema,
      convertDir: z.string(),
      tables: z.array(convertedTableSchema),
      seed: z.int(),
      depth: depthSchema,
      focus: focusSchema.optional(),
      /** Rows that are totals of others stay rows. */
      keepTotals: z.boolean().optional(),
      /** What was told of the columns of another source of the same shape. */
      keptColumns: keptColumnsSchema.optional(),
      outputDir,
    }),
    output: analyzeOutputSchema,
  },
  narrate: {
    input: z.object({
      source: sourceFileSchema,
      convertDir: z.string(),
      analysis: analyzeOutputSchema,
      seed: z.int(),
      outputDir,
    }),
    output: narrateOutputSchema,
  },
  visualize: {
    input: z.object({
      source: sourceFileSchema,
      convertDir: z.string(),
      analysis: analyzeOutputSchema,
      narrative: narrateOutputSchema,
      outputDir,
    }),
    output: visualizeOutputSchema,
  },
} as const

export type StageMap = {
  [Name in keyof typeof stageSchemas]: {
    input: z.infer<(typeof stageSchemas)[Name]['input']>
    output: z.infer<(typeof stageSchemas)[Name]['output']>
  }
}
export type StageInput<Name extends keyof StageMap> = StageMap[Name]['input']
export type StageOutput<Name extends keyof StageMap> = StageMap[Name]['output']
export type StatedParagraph = z.infer<typeof paragraphSchema>
