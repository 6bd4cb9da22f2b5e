/** What `document-pages` leaves of a page, before the rest of the document is known: `parts/0001.json`. */
import { z } from 'zod'
import { note } from '../story/note.ts'
import { foundTableSchema } from './found-table.ts'
import { pageReadingSchema } from './reading.ts'
import { documentWarningSchema, warningOf } from './warning.ts'

export const documentPartSchema = z.object({
  version: z.literal(1),
  /** From 1. */
  number: z.int().positive(),
  /**
   * The page as it reads by itself, to be shown as it is while the document is still being converted. Only what takes
   * the whole document is still to come: `header` and `footer` are empty and their lines part of `text`, and a word
   * broken at the end of a line is judged by this page alone. Null for a page that could not be read at all: a warning
   * says why.
   */
  reading: pageReadingSchema.nullable(),
  /** Of `reading.lines`, in their order: how many lines each block (paragraph, heading, cell) has. Their sum is all. */
  blocks: z.array(z.int().positive()),
  /** Of this page alone, not yet joined with those of the pages beside it. */
  tables: z.array(foundTableSchema),
  warnings: z.array(documentWarningSchema),
})
export type DocumentPart = z.infer<typeof documentPartSchema>

/** `0001`: what the files of a page are called, in every folder of a reading. */
export function pageFileStem(number: number): string {
  return String(number).padStart(4, '0')
}

/** The file of a part, a `DocumentPart`, relative to the reading's folder. It is there only once it is whole. */
export function partFile(number: number): string {
  return `parts/${pageFileStem(number)}.json`
}

/** The file of a page's lines, `TextLine[]` as JSON, relative to the reading's folder; there once it is assembled. */
export function linesFile(number: number): string {
  return `lines/${pageFileStem(number)}.json`
}

/** The part of a page that could not be read, `cause` without a full stop. */
export function failedPart(number: number, cause: string): DocumentPart {
  const warnings = [warningOf('page_failed', number, note('documents.pageFailed', { page: number, cause }))]
  return { version: 1, number, reading: null, blocks: [], tables: [], warnings }
}
