/** Whether a text is JSON, by its beginning. */
import { markupStart } from '../markup-start.ts'

/** Stands before each text of a JSON sequence (RFC 7464). */
const recordSeparator = '\u001e'

/** An object with a quoted key, or an array of objects, arrays or values that a comma and JSON's words go on with. */
export function looksLikeJson(text: string): boolean {
  const start = markupStart(text.replace(recordSeparator, '')).start
  if (/^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)/u.test(start)) return true
  if (/^\[\s*(?:\{\s*["}]|\[\s*[[\]{"\d-]|\]\s*$)/u.test(start)) return true
  return /^\[\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*(?:,\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*)*(?:\]\s*(?:$|\[)|,?\s*$)/u.test(
    start,
  )
}
