/**
 * A library that another process owns, opened to write a row of settings into it: what is watched. Jobs, stories and the
 * schema are the owner's alone.
 */
import { type Library, openLibrary } from './library.ts'

/** Throws `library_busy` for a library whose schema the owner has not brought up to date, `library_newer` for a later one. */
export function openBeside(file: string): Library {
  // Opened for reading first: that refuses where opening for writing would change the schema.
  openLibrary(file, { readOnly: true }).close()
  return openLibrary(file)
}
