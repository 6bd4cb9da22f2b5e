/** What could not be read of a document, as a note that every language says in its words. */
import { z } from 'zod'
import { type Note, noteSchema, sayNote } from '../story/note.ts'
import { type Texts, textsIn } from '../texts/texts.ts'

export const documentWarningSchema = z.object({
  /** `page_failed`, `page_without_text`, `text_damaged` …: stable, for scripts. */
  code: z.string(),
  /** From 1; null where it is about the whole document. */
  page: z.int().positive().nullable(),
  /** A sentence for a person, in English. */
  message: z.string(),
  /** The same for every language; absent in what an older version left. */
  noted: noteSchema.optional(),
})
export type DocumentWarning = z.infer<typeof documentWarningSchema>

export function warningOf(code: string, page: number | null, noted: Note): DocumentWarning {
  return { code, page, message: sayNote(textsIn('en'), noted), noted }
}

export function sayWarning(texts: Pick<Texts, 'notes' | 'locale'>, { message, noted }: DocumentWarning): string {
  return noted === undefined ? message : sayNote(texts, noted)
}
