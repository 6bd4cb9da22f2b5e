/** Two measures that move together, or against each other. */
import { type Phrase, say } from '../phrase.ts'
import type { Voice } from '../voice.ts'
import type { Say } from './sentence.ts'
import { intervalName } from './series.ts'

export const sayCorrelation: Say<'correlation'> = (voice) => {
  const positive = voice.draft.direction !== 'negative'
  const [first, second] = [voice.column('first'), voice.column('second')]
  const both = say`${first} and ${second}`
  const base = say`rank correlation ${voice.number('rho')} over ${voice.counted('n', voice.detail('sampled') === true ? 'sampled row' : 'row')}`
  const together = positive ? togetherVerb(voice) : apartVerb(voice)
  const changes = voice.detail('basis') === 'changes' ? say`from one row to the next, ` : say``
  return {
    headline: say`${both} ${together}`,
    claim: voice.choose(
      'claim',
      say`${changes}${both} ${together} (${base})`,
      say`${changes}${positive ? 'higher' : 'lower'} ${second} ${goesWith(voice)} higher ${first} (${base})`,
    ),
    support: [sureness(voice), say`that they go together does not say why`],
  }
}

function togetherVerb(voice: Voice<'correlation'>): string {
  return { plain: 'rise together', tends: 'tend to rise together', may: 'may rise together' }[voice.strength]
}

function apartVerb(voice: Voice<'correlation'>): string {
  return {
    plain: 'move in opposite directions',
    tends: 'tend to move in opposite directions',
    may: 'may move in opposite directions',
  }[voice.strength]
}

function goesWith(voice: Voice<'correlation'>): string {
  return { plain: 'goes with', tends: 'tends to go with', may: 'may go with' }[voice.strength]
}

function sureness(voice: Voice<'correlation'>): Phrase {
  const linear = say`the straight-line correlation is ${voice.number('pearson')}`
  if (voice.raw('rho_low') === null || voice.raw('rho_high') === null) return linear
  return say`the ${intervalName} of the rank correlation runs from ${voice.number('rho_low')} to ${voice.number('rho_high')}, and ${linear}`
}
