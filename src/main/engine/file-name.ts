/** Names of files offered to a person. */

const longestName = 80

/** `text` as a file name every platform takes; empty when nothing of it can be used. */
export function fileNameOf(text: string): string {
  const cleaned = text
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return [...cleaned]
    .slice(0, longestName)
    .join('')
    .replace(/[. ]+$/, '')
}
