/** The sentences under a heading such as `Abstract` or `Summary`: what the authors themselves say the document says. */
import type { Sentence } from './ranking/sentence.ts'
import type { Heading } from './text/heading-roles.ts'
import { knownHeading } from './text/known-headings.ts'

const mostPages = 3

/** Places in `sentences`. */
export function summarySentences(sentences: readonly Sentence[], headings: readonly Heading[]): Set<number> {
  const found = new Set<number>()
  for (const [index, heading] of headings.entries()) {
    const line = heading.lines[0]
    if (line === undefined || knownHeading(heading.title) !== 'abstract') continue
    const next = headings.slice(index + 1).find((other) => other.lines.length > 0)
    for (const [place, sentence] of sentences.entries()) {
      const at = sentence.places[0]
      if (at === undefined || at.page < line.page || (at.page === line.page && at.start < line.start)) continue
      const end = next?.lines[0]
      if (
        at.page > line.page + mostPages ||
        (end !== undefined && (at.page > end.page || (at.page === end.page && at.start > end.start)))
      )
        break
      found.add(place)
    }
  }
  return found
}
