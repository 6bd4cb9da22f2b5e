/** Tells a table in text from JSON, a web page and other markup. */
import type { SourceKind } from '../../shared/story/source.ts'

/** `text` is the beginning of the file. Anything that is not clearly something else may be a table. */
export function kindOfText(text: string): { readonly kind: SourceKind; readonly detail: string | null } {
  const start = text
    .trimStart()
    .replace(/^\ufeff/u, '')
    .slice(0, 4096)
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b/iu.test(start)) {
    return { kind: 'html', detail: 'a web page' }
  }
  if (/^<\?xml\b|^<[a-z][\w:-]*(?:\s[^<>]*)?>\s*</iu.test(start)) return { kind: 'unknown', detail: 'an XML document' }
  if (looksLikeJson(start)) return { kind: 'unknown', detail: 'a JSON file' }
  if (/^\{\\rtf1/u.test(start)) return { kind: 'unknown', detail: 'a rich text document' }
  if (/^%!PS/u.test(start)) return { kind: 'unknown', detail: 'a PostScript document' }
  return { kind: 'csv', detail: null }
}

/** An object with a quoted key, or an array of objects, arrays or values that a comma and JSON's words go on with. */
function looksLikeJson(start: string): boolean {
  if (/^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)/u.test(start)) return true
  if (/^\[\s*(?:\{\s*["}]|\[\s*[[\]{"\d-]|\]\s*$)/u.test(start)) return true
  return /^\[\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*(?:,\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*)*(?:\]\s*$|,?\s*$)/u.test(
    start,
  )
}
