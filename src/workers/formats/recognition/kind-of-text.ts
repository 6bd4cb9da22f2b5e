/** Tells a web page, JSON and other kinds of their own from plain text. */

export interface TextKind {
  /** `other` is of a kind of its own, named by `detail`, that is neither a table nor a text to be read. */
  readonly kind: 'html' | 'plain' | 'other'
  readonly detail: string | null
}

/** What may stand before the root of a web page: comments, an XML declaration, instructions. */
const prolog = /^(?:<!--[\s\S]*?-->\s*|<\?[\s\S]*?\?>\s*)*/u
/** Elements that begin a page, or a piece of one: none of them begins other XML. */
const pageElements =
  /^<(?:!doctype\s+html|html|head|body|table|div|h[1-6]|ul|ol|meta|title|article|section|main|header|center|font|script|style|link|span|img|br|hr)\b/iu

/** `text` is the beginning of the file. Anything that is not clearly something else is plain. */
export function kindOfText(text: string): TextKind {
  const start = text
    .trimStart()
    .replace(/^\ufeff/u, '')
    .slice(0, 4096)
  const root = start.replace(prolog, '')
  const isXml = /^<\?xml\b/iu.test(start)
  if (pageElements.test(root) && !(isXml && !/^<(?:!doctype\s+html|html)\b/iu.test(root))) {
    return { kind: 'html', detail: 'a web page' }
  }
  if (isXml || /^<[a-z][\w:-]*(?:\s[^<>]*)?>\s*</iu.test(start) || /^<!doctype\s/iu.test(root)) {
    return { kind: 'other', detail: describeXml(start) }
  }
  if (looksLikeJson(start)) return { kind: 'other', detail: 'a JSON file' }
  if (/^\{\\rtf1/u.test(start)) return { kind: 'other', detail: 'a rich text document; save it as .docx or PDF' }
  if (/^%!PS/u.test(start)) return { kind: 'other', detail: 'a PostScript document; save it as PDF' }
  if (isWebArchive(start)) return { kind: 'other', detail: 'a web archive (.mht); save it as a web page' }
  return { kind: 'plain', detail: null }
}

function describeXml(start: string): string {
  if (/progid="Word\.Document"/u.test(start)) return 'an XML document of Word 2003; save it as .docx'
  if (/progid="Excel\.Sheet"/u.test(start)) return 'an XML workbook of Excel 2003; save it as .xlsx'
  return 'an XML document'
}

function isWebArchive(start: string): boolean {
  const headers = start.split(/\n\r?\n/u, 1)[0] ?? ''
  return /^MIME-Version:/imu.test(headers) && /^Content-Type:\s*multipart\/related/imu.test(headers)
}

/** An object with a quoted key, or an array of objects, arrays or values that a comma and JSON's words go on with. */
function looksLikeJson(start: string): boolean {
  if (/^\{\s*(?:"(?:[^"\\]|\\.)*"\s*:|\}\s*$)/u.test(start)) return true
  if (/^\[\s*(?:\{\s*["}]|\[\s*[[\]{"\d-]|\]\s*$)/u.test(start)) return true
  return /^\[\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*(?:,\s*(?:"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|null)\s*)*(?:\]\s*$|,?\s*$)/u.test(
    start,
  )
}
