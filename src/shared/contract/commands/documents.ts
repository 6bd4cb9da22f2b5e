/** Commands for documents that were read. */
import { z } from 'zod'
import { documentHitSchema, documentViewSchema, pageReadingSchema } from '../../document/reading.ts'
import { documentExportFormats } from '../../export-formats/formats.ts'
import { jobSchema } from '../../job/job.ts'
import { type CommandMap, exportedSchema, id, nothing } from './parts.ts'

export const documentsCommands = {
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
    output: exportedSchema,
  },
} as const satisfies CommandMap
