/** What a table is called by its caption. */

const numberOfTable =
  /^\s*(?:table|tab\.|tabelle|tableau|tabla|tabella)\s+(?:[A-Z]?\d+(?:[.\-–]\d+)*|[IVXL]+)\b\s*[.:–—-]*\s*/iu

/** `Table 3. Water quality by station` without its number: `Water quality by station`. */
export function captionTitle(caption: string): string {
  return caption.replace(numberOfTable, '')
}
