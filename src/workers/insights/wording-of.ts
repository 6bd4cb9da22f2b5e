/** What an insight says: its kind's words, made sentences. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import { kindOf } from './kinds/index.ts'
import { heldClause } from './words/held-same.ts'
import { likewiseClause } from './words/likewise.ts'
import { capitalised, type Phrase, say, sentence } from './words/phrase.ts'
import { strengthOf } from './words/strength.ts'
import { type Surroundings, voiceOf } from './words/voice.ts'
import type { Wording } from './words/wording.ts'

/** The claim is a whole sentence; the headline has no full stop, support is as clauses. */
export function wordingOf(draft: InsightDraft, surroundings: Surroundings): Wording {
  const kind = kindOf(draft.type)
  const { headline, claim, support } = kind.say(voiceOf(draft, strengthOf(draft, kind.large), surroundings))
  return {
    headline: capitalised(headline),
    claim: sentence(say`${claim}${heldClause(draft, surroundings)}${likewiseClause(draft)}`),
    support: support.filter((phrase) => phrase.text !== ''),
  }
}

/** Words of a phrase, for the limit on headlines. */
export function wordCount(phrase: Phrase): number {
  return phrase.text.split(/\s+/).filter((word) => word !== '').length
}
