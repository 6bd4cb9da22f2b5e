/** Commands for files that are to be read. */
import { z } from 'zod'
import { type CommandMap, id, nothing, sourceHandleSchema } from './parts.ts'

/** Spreadsheets of a million cells copy to about ten million characters. */
const maxPastedCharacters = 64_000_000

export const sourcesCommands = {
  /** The operating system's file picker; the browser shell has its own and answers with none. */
  'sources/pick': { input: nothing, output: z.object({ sources: z.array(sourceHandleSchema) }) },
  /** Several files as one source, whose like tables are told as one with `reading.sheetsAsOne`. */
  'sources/join': {
    input: z.object({ handles: z.array(id).min(2).max(2_000) }),
    output: z.object({ source: sourceHandleSchema }),
  },
  /** Text from the clipboard as a file of that name. */
  'sources/paste': {
    input: z.object({ name: z.string().min(1).max(200), text: z.string().min(1).max(maxPastedCharacters) }),
    output: z.object({ source: sourceHandleSchema }),
  },
} as const satisfies CommandMap
