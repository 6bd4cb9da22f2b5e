/** A text that is read as a whole, since what stands in one place of it says how another is read. */
import type { Note } from '../../shared/story/note.ts'
import type { WorkContext } from '../runtime/context.ts'
import { openText } from './text/read-text.ts'

/** Far above what programs write in the formats read so. */
const maxBytes = 128 * 1024 * 1024

export async function wholeText(
  source: { readonly path: string; readonly name: string; readonly bytes: number },
  context: WorkContext,
  declared?: (head: string) => string | null,
): Promise<{ readonly text: string; readonly notes: readonly Note[] }> {
  const opened = await openText(source, context, maxBytes, declared)
  const parts: string[] = []
  for await (const part of opened.chunks()) parts.push(part)
  const text = parts.join('').replace(/^\ufeff/u, '')
  return { text, notes: opened.note === null ? [] : [opened.note] }
}
