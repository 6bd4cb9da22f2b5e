/** Two series that move together, at once or one after the other. */

import { categoryPhrase } from '../../words/categories.ts'
import type { Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type MovementVoice = Voice<typeof names>

export const sayCoMovement: Say<typeof names> = (voice) => {
  const { atOnce, later } = words.in(voice.language)
  const head = {
    leader: subjectOf(voice, 'leader'),
    follower: subjectOf(voice, 'follower'),
    positive: voice.draft.direction === 'positive',
    strength: voice.strength,
    grain: voice.ofGrain,
  }
  const base = {
    correlation: voice.number('correlation'),
    periods: voice.periods('periods'),
    rows: voice.rows('n'),
  }
  if ((voice.raw('lag') ?? 0) === 0) {
    return { headline: atOnce.headline(head), claim: atOnce.claim({ ...head, ...base }), support: [atOnce.support] }
  }
  return {
    headline: later.headline(head),
    claim: later.claim({ ...head, ...base, lag: voice.periods('lag') }),
    support: [later.support],
  }
}

function subjectOf(voice: MovementVoice, name: 'leader' | 'follower'): Phrase {
  if (voice.detail('measure') === null) return voice.column(name)
  const category = categoryPhrase(voice.text(name), voice.language)
  return words.in(voice.language).measureOf({ measure: voice.column('measure'), category })
}
