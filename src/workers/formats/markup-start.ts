/** How a text begins that may be markup. */

/** What may stand before the root of a web page: comments, an XML declaration, instructions. */
const prolog = /^(?:<!--[\s\S]*?-->\s*|<\?[\s\S]*?\?>\s*)*/u

export interface MarkupStart {
  /** Without a byte order mark and the white space before it; a few thousand characters. */
  readonly start: string
  /** The same from its root element on. */
  readonly root: string
  /** It says itself that it is XML. */
  readonly isXml: boolean
}

export function markupStart(text: string): MarkupStart {
  const start = text
    .trimStart()
    .replace(/^\ufeff/u, '')
    .slice(0, 4096)
  return { start, root: start.replace(prolog, ''), isXml: /^<\?xml\b/iu.test(start) }
}
