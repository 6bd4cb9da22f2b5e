/** Tells a web page, or a piece of one, from other text. */
import { markupStart } from '../markup-start.ts'

/** Elements that begin a page, or a piece of one: none of them begins other XML. */
const pageElements =
  /^<(?:!doctype\s+html|html|head|body|table|div|h[1-6]|ul|ol|meta|title|article|section|main|header|center|font|script|style|link|span|img|br|hr)\b/iu

/** `text` is the beginning of the file. */
export function looksLikePage(text: string): boolean {
  const { root, isXml } = markupStart(text)
  return pageElements.test(root) && !(isXml && !/^<(?:!doctype\s+html|html)\b/iu.test(root))
}
