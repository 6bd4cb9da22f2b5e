/** Two measures that move together, or against each other. */
import { plural } from '../../../../shared/format/words.ts'
import { named, nothing, type Phrase, say } from '../../words/phrase.ts'
import { intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayCorrelation: Say<typeof names> = (voice) => {
  const positive = voice.draft.direction !== 'negative'
  const together = say`${pairOf(voice)} ${positive ? togetherVerb(voice) : apartVerb(voice)}${acrossOf(voice)}`
  const base = say`rank correlation ${voice.number('rho')} over ${unitsOf(voice)}`
  const higher = voice.detail('basis') === 'changes' ? 'a larger change in' : 'higher'
  const other = voice.detail('basis') === 'changes' ? 'a smaller change in' : 'lower'
  return {
    headline: together,
    claim: voice.choose(
      'claim',
      say`${together} (${base})`,
      say`${positive ? higher : other} ${voice.column('second')} ${goesWith(voice)} ${higher} ${voice.column('first')}${acrossOf(voice)} (${base})`,
    ),
    support: [sureness(voice), say`that they go together does not say why`],
  }
}

/** What was compared: the values of rows, their changes from one row to the next, or the averages of entities. */
function pairOf(voice: Voice<typeof names>): Phrase {
  const both = say`${voice.column('first')} and ${voice.column('second')}`
  return voice.detail('basis') === 'changes' ? say`changes in ${both}` : both
}

function acrossOf(voice: Voice<typeof names>): Phrase {
  return voice.detail('basis') === 'entities' ? say` across ${entitiesOf(voice)}` : nothing
}

function unitsOf(voice: Voice<typeof names>): Phrase {
  switch (voice.detail('basis')) {
    case 'entities':
      return say`the averages of ${voice.number('n', { kind: 'count' })} ${entitiesOf(voice)}`
    case 'changes':
      return voice.counted('n', 'step from row to row', 'steps from row to row')
    default:
      return voice.counted('n', voice.detail('sampled') === true ? 'sampled row' : 'row')
  }
}

function entitiesOf(voice: Voice<typeof names>): Phrase {
  const entity = voice.column('entity').text
  return /^\p{L}+$/u.test(entity) ? named(plural(2, entity)) : say`entities`
}

function togetherVerb(voice: Voice<typeof names>): string {
  if (voice.detail('basis') === 'changes') {
    return { plain: 'go together', tends: 'tend to go together', may: 'may go together' }[voice.strength]
  }
  return { plain: 'rise together', tends: 'tend to rise together', may: 'may rise together' }[voice.strength]
}

function apartVerb(voice: Voice<typeof names>): string {
  return {
    plain: 'move in opposite directions',
    tends: 'tend to move in opposite directions',
    may: 'may move in opposite directions',
  }[voice.strength]
}

function goesWith(voice: Voice<typeof names>): string {
  return { plain: 'goes with', tends: 'tends to go with', may: 'may go with' }[voice.strength]
}

function sureness(voice: Voice<typeof names>): Phrase {
  const linear = say`the straight-line correlation is ${voice.number('pearson')}`
  if (voice.raw('rho_low') === null || voice.raw('rho_high') === null) return linear
  return say`the ${intervalName} of the rank correlation runs from ${voice.number('rho_low')} to ${voice.number('rho_high')}, and ${linear}`
}
