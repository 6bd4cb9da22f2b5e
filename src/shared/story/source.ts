/** A file the user gave us. */
import { z } from 'zod'
import { formatIds } from '../file-formats/formats.ts'

/** `unknown` until its content has been looked at. */
export const sourceKindSchema = z.enum([...formatIds, 'unknown'])
export type SourceKind = z.infer<typeof sourceKindSchema>

/** Where a source was taken from that is a table of a document. */
export const sourceOriginSchema = z.object({
  documentId: z.string(),
  /** The document's file, as the user calls it. */
  name: z.string(),
  /** From 1. */
  page: z.int().positive(),
  /** Place in the document's `tables`, from 0. */
  table: z.int().nonnegative(),
  /** Whether the document shows that the table's first row is its header. Absent in jobs of earlier versions. */
  header: z.boolean().optional(),
})
export type SourceOrigin = z.infer<typeof sourceOriginSchema>

export const sourceSchema = z.object({
  name: z.string(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string(),
  kind: sourceKindSchema,
  sheet: z.string().optional(),
  origin: sourceOriginSchema.optional(),
})
export type Source = z.infer<typeof sourceSchema>
