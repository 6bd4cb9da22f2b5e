/** The kinds of source that are read as documents. */
import { z } from 'zod'

export const documentKinds = ['pdf', 'docx', 'text', 'markdown', 'html'] as const
export const documentKindSchema = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof documentKindSchema>
