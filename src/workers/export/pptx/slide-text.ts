/** Texts as XML can hold them; the library escapes what is markup, and lets through what no XML may have. */
import { withoutControls } from '../../../shared/format/markup-text.ts'

export function slideText(text: string): string {
  return withoutControls(text.toWellFormed()).replace(/[\uFFFE\uFFFF]/gu, '\uFFFD')
}
