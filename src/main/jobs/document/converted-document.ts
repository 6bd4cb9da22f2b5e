/** What the convert stage of a document leaves. */
import { z } from 'zod'
import { documentContentSchema } from '../../../shared/document/document.ts'
import { documentKindSchema } from '../../../shared/document/kinds.ts'

export const convertedDocumentSchema = z.object({ kind: documentKindSchema, content: documentContentSchema })

export type ConvertedDocument = z.infer<typeof convertedDocumentSchema>
