/** An insight with its words, and the paragraphs made of it. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import type { Paragraph } from '../../shared/story/story.ts'
import { join, type Phrase, uncoveredNumerals } from '../insights/words/phrase.ts'
import { bannedWordsIn } from '../insights/words/vocabulary.ts'
import type { SpokenWording } from '../insights/words/wording.ts'

export interface Told {
  readonly draft: InsightDraft
  readonly wording: SpokenWording
}

/** Throws where a phrase of it could stand in no paragraph: better here, where one statement is at stake. */
export function checkWording({ draft, wording }: Told): void {
  for (const phrase of [wording.headline, wording.claim, ...wording.support]) paragraph([phrase], [draft.id])
}

/** A paragraph of sentences about the insights given; guarantees that every numeral has its evidence. */
export function paragraph(phrases: readonly Phrase[], insights: readonly string[]): Paragraph {
  const phrase = join(phrases)
  const uncovered = uncoveredNumerals(phrase)
  if (uncovered.length > 0) throw new Error(`Numbers without evidence (${uncovered.join(', ')}) in: ${phrase.text}`)
  const banned = bannedWordsIn(phrase.text, phrase.names)
  if (banned.length > 0) throw new Error(`Words the data cannot bear out (${banned.join(', ')}) in: ${phrase.text}`)
  return { text: phrase.text, insights: [...insights], numbers: [...phrase.numbers] }
}

export function isFinding({ draft }: Told): boolean {
  return draft.class === 'finding'
}

export function isFact({ draft }: Told): boolean {
  return draft.class === 'fact'
}
