/** Two series that move together, at once or one after the other. */

import { plural } from '../../../../shared/format/words.ts'
import { named, type Phrase, say } from '../../words/phrase.ts'
import { categoryText, type Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type MovementVoice = Voice<typeof names>

export const sayCoMovement: Say<typeof names> = (voice) => {
  const [leader, follower] = [subjectOf(voice, 'leader'), subjectOf(voice, 'follower')]
  const positive = voice.draft.direction === 'positive'
  const lag = voice.raw('lag') ?? 0
  const correlation = voice.number('correlation')
  const base = say`${voice.counted('periods', voice.grain)}, ${voice.counted('n', 'row')}`
  const together = positive ? 'together' : 'in opposite directions'
  const away =
    'with trend, season and the memory of each taken out first, so that two that merely rise or fall alike do not count'
  if (lag === 0) {
    return {
      headline: say`${leader} and ${follower} ${verb(voice, 'move')} ${together}`,
      claim: say`from one ${voice.grain} to the next, ${leader} and ${follower} ${verb(voice, 'move')} ${together} (correlation ${correlation} of what is new in each; ${base})`,
      support: [say`the steps are compared ${away}`],
    }
  }
  const later = say`${voice.counted('lag', voice.grain)} later`
  const follows = positive ? say`${verb(voice, 'follow')} ${leader}` : say`${verb(voice, 'go')} against ${leader}`
  return {
    headline: say`${follower} ${follows} some ${plural(2, voice.grain)} later`,
    claim: say`${follower} ${follows} ${later} (correlation ${correlation} of what is new in each; ${base})`,
    support: [say`the steps are compared ${away}; that one comes first does not show that the other comes of it`],
  }
}

function subjectOf(voice: MovementVoice, name: 'leader' | 'follower'): Phrase {
  if (voice.detail('measure') === null) return voice.column(name)
  return say`${voice.column('measure')} of ${named(categoryText(voice.text(name)))}`
}

/** In the strength of the statement, in the past: whether a column's name is one or many is not known. */
function verb({ strength }: MovementVoice, base: 'move' | 'follow' | 'go'): string {
  switch (strength) {
    case 'plain':
      return base === 'move' ? 'moved' : base === 'follow' ? 'followed' : 'went'
    case 'tends':
      return `tended to ${base}`
    case 'may':
      return `may have ${base === 'go' ? 'gone' : `${base}${base === 'move' ? 'd' : 'ed'}`}`
  }
}
