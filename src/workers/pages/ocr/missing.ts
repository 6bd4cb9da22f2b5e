/** What is said once of a document whose pages are pictures that nothing on this machine can read. */
import { type DocumentWarning, warningOf } from '../../../shared/document/warning.ts'
import { listOf, note } from '../../../shared/story/note.ts'
import { findEngine } from './engine.ts'

/**
 * `warnings` of all pages: where some of them are pictures without text and there is no recogniser, one more for the
 * whole document, before them, that names the pages and says what to install. Each page keeps its own.
 */
export async function withAdviceOnPictures(warnings: readonly DocumentWarning[]): Promise<DocumentWarning[]> {
  const pages = warnings.flatMap(({ code, page }) => (code === 'page_without_text' && page !== null ? [page] : []))
  if (pages.length === 0 || (await findEngine()) !== null) return [...warnings]
  const noted = note('documents.recogniserMissing', { count: pages.length, pages: listOf(rangesOf(pages)) })
  return [warningOf('recogniser_missing', null, noted), ...warnings]
}

/** `1`, `3–7`, `9`. */
export function rangesOf(pages: readonly number[]): readonly string[] {
  const sorted = [...new Set(pages)].sort((one, other) => one - other)
  const ranges: string[] = []
  for (let first = 0; first < sorted.length; ) {
    let last = first
    while ((sorted[last + 1] ?? 0) === (sorted[last] ?? 0) + 1) last += 1
    if (last - first < 2) ranges.push(...sorted.slice(first, last + 1).map(String))
    else ranges.push(`${sorted[first]}–${sorted[last]}`)
    first = last + 1
  }
  return ranges
}
