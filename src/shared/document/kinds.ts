/** The kinds of source that are read as documents. */
import { z } from 'zod'
import { documentFormatIds, pagedFormatIds } from '../file-formats/formats.ts'

export const documentKindSchema = z.enum(documentFormatIds)
export type DocumentKind = z.infer<typeof documentKindSchema>

/** Those with pages of their own. */
export const pagedKindSchema = z.enum(pagedFormatIds)
