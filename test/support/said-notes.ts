/** Notes as a person reads them in English, for what a test expects of them. */
import { type Note, sayNote } from '../../src/shared/story/note.ts'
import { english } from './english.ts'

export function saidNotes(notes: readonly Note[]): string[] {
  return notes.map((note) => sayNote(english, note))
}
