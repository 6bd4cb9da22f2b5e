/** What does not hold of a story: a number, what it came out as, and why. */
import { type Note, sayNote } from '../../../shared/story/note.ts'
import type { Verification } from '../../../shared/story/story.ts'
import { textsIn } from '../../../shared/texts/texts.ts'

export type Mismatch = Verification['failed'][number] & { readonly noted: Note }

/** `noted`: why, which logs and programs get in English and a reader in the language of the window. */
export function mismatch(about: Omit<Mismatch, 'why' | 'noted'>, noted: Note): Mismatch {
  return { ...about, why: sayNote(textsIn('en'), noted), noted }
}
