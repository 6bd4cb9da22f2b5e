/** What an insight says: its kind's words, made sentences. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import { kindOf } from './kinds/index.ts'
import { capitalised, type Phrase, sentence } from './words/phrase.ts'
import { type Surroundings, voiceOf } from './words/voice.ts'
import type { Wording } from './words/wording.ts'

/** The claim is a whole sentence; the headline has no full stop, support is as clauses. */
export function wordingOf(draft: InsightDraft, surroundings: Surroundings): Wording {
  const { headline, claim, support } = kindOf(draft.type).say(voiceOf(draft, surroundings))
  return {
    headline: capitalised(headline),
    claim: sentence(claim),
    support: support.filter((phrase) => phrase.text !== ''),
  }
}

/** Words of a phrase, for the limit on headlines. */
export function wordCount(phrase: Phrase): number {
  return phrase.text.split(/\s+/).filter((word) => word !== '').length
}
