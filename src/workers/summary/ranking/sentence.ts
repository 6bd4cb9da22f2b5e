/** A sentence as it is ranked. */
import type { Place } from '../../../shared/document/document-story.ts'

export interface Sentence {
  readonly text: string
  readonly places: readonly Place[]
  /** Words of any kind. */
  readonly words: number
  /** Lemmas of its words that are no stop words, in order. */
  readonly terms: readonly string[]
  /** By place among the document's paragraphs. */
  readonly paragraph: number
  /** Whether it begins its paragraph, and whether that is an item of a list. */
  readonly opens: boolean
  readonly isItem: boolean
}
