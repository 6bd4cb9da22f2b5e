/** From a stretch of a sentence to its place on the page. */
import type { Place } from '../../../shared/document/document-story.ts'
import { type Paragraph, placesOf } from './paragraphs.ts'

export interface Located {
  readonly paragraph: Paragraph
  /** Where the sentence begins in the paragraph's text. */
  readonly from: number
}

/** `start` and `end` in the sentence's text; null where it has more than one place. */
export function placeInSentence({ paragraph, from }: Located, start: number, end: number): Place | null {
  const places = placesOf(paragraph, from + start, from + end)
  return places?.length === 1 ? (places[0] ?? null) : null
}
