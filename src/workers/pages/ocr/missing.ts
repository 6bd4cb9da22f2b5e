/** What is said once of a document whose pages are pictures that nothing on this machine can read. */
import type { DocumentWarning } from '../../../shared/document/document.ts'
import { findEngine, howToInstall } from './engine.ts'

/**
 * `warnings` of all pages: where some of them are pictures without text and there is no recogniser, one more for the
 * whole document, before them, that names the pages and says what to install. Each page keeps its own.
 */
export async function withAdviceOnPictures(warnings: readonly DocumentWarning[]): Promise<DocumentWarning[]> {
  const pages = warnings.flatMap(({ code, page }) => (code === 'page_without_text' && page !== null ? [page] : []))
  if (pages.length === 0 || (await findEngine()) !== null) return [...warnings]
  const are = pages.length === 1 ? `Page ${pages[0]} is a picture` : `Pages ${inRanges(pages)} are pictures`
  const message = `${are} without text. To read ${pages.length === 1 ? 'it' : 'them'}, Storyglass needs a text recogniser (OCR), and finds none. ${howToInstall}`
  return [{ code: 'recogniser_missing', page: null, message }, ...warnings]
}

/** 1, 3–7 and 9. */
export function inRanges(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((one, other) => one - other)
  const ranges: string[] = []
  for (let first = 0; first < sorted.length; ) {
    let last = first
    while ((sorted[last + 1] ?? 0) === (sorted[last] ?? 0) + 1) last += 1
    if (last - first < 2) ranges.push(...sorted.slice(first, last + 1).map(String))
    else ranges.push(`${sorted[first]}–${sorted[last]}`)
    first = last + 1
  }
  const end = ranges.pop() ?? ''
  return ranges.length === 0 ? end : `${ranges.join(', ')} and ${end}`
}
