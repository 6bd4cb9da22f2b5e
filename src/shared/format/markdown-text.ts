/** Text as it stands in Markdown (CommonMark, with the tables and links of GitHub's). */
import { withoutControls } from './markup-text.ts'

/** Reads as it stands: no emphasis, no link, no HTML, no heading or list, no table cell broken. Line ends become spaces. */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .replace(/\r\n?|\n/g, ' ')
    .replace(/[\\`*_{}[\]<>|~]/g, (character) => `\\${character}`)
    .replace(/^(\s*)([#+=-]+)(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(/\b(https?|ftp):/gi, '$1\\:')
}
