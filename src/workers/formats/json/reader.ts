import type { TableReader, TextHead } from '../reader.ts'
import { looksLikeJson } from './json-in-text.ts'

/** A person who asks for a document gets its text to read. */
function isData({ start, wanted }: TextHead): boolean {
  return wanted !== 'document' && looksLikeJson(start)
}

export const jsonReader = {
  recognition: { text: { content: isData } },
  convert: async (input, context) => (await import('./convert-json.ts')).convertJson(input, context),
  // Its values have types and no writing of their own.
  writeText: null,
  writeCells: null,
} as const satisfies TableReader
