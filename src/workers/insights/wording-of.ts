/** What an insight says: its kind's words, made sentences. */
import type { InsightDraft } from '../../shared/story/insight.ts'
import { kindOf } from './kinds/index.ts'
import { heldClause } from './words/held-same.ts'
import { likewiseClause } from './words/likewise.ts'
import { capitalised, type Phrase, say, sentence } from './words/phrase.ts'
import { strengthOf, strengthOfWhole } from './words/strength.ts'
import { type Surroundings, voiceOf } from './words/voice.ts'
import type { SpokenWording } from './words/wording.ts'

/** The claim is a whole sentence; the headline has no full stop, support is as clauses. */
export function wordingOf(draft: InsightDraft, surroundings: Surroundings): SpokenWording {
  const kind = kindOf(draft.type)
  const table = surroundings.tables.find(({ name }) => name === draft.table)
  const isWhole = table?.declared?.rows === 'population'
  const strength = isWhole ? strengthOfWhole(draft) : strengthOf(draft, kind.large)
  const withheld = table?.declared === undefined ? [] : (kind.inferred ?? [])
  const { headline, claim, support } = kind.say(voiceOf(draft, strength, surroundings, withheld))
  const likewise = likewiseClause(draft, surroundings.language, surroundings.tables)
  // What holds likewise comes first: what another column accounts for was looked at for the statement's own columns.
  const clause = say`${claim}${likewise}${heldClause(draft, surroundings, likewise.text !== '')}`
  return {
    headline: capitalised(headline),
    claim: sentence(clause),
    clause,
    support: support.filter((phrase) => phrase.text !== ''),
  }
}

/** Words of a phrase, for the limit on headlines. */
export function wordCount(phrase: Phrase): number {
  return phrase.text.split(/\s+/).filter((word) => word !== '').length
}
