/** Values of two precisions, or all of a coarse step. */
import { named, type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayPrecision: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const share = say`${voice.number('coarse_share', { kind: 'percent' })} of ${voice.counted('n', 'value')}`
  if (voice.detail('coarse') === null) {
    return {
      headline: say`${measure} comes in round steps`,
      claim: say`${share} of ${measure} are multiples of ${voice.number('step', { kind: 'value' })}: differences smaller than that are not in the data`,
      support: [],
    }
  }
  return {
    headline: say`${measure} is of two precisions`,
    claim: say`${measure} is of two precisions: ${share} (${voice.number('coarse_rows', { kind: 'count' })}) are ${coarseOf(voice)}, the others have up to ${decimals(voice, 'fine')}`,
    support: [say`perhaps they come from two sources, or some were rounded`],
  }
}

function coarseOf(voice: Voice<typeof names>): Phrase {
  return voice.detail('coarse') === 0 ? say`whole numbers` : say`given to ${decimals(voice, 'coarse')} at most`
}

function decimals(voice: Voice<typeof names>, which: 'coarse' | 'fine'): Phrase {
  const count = Number(voice.detail(which))
  return say`${named(String(count))} ${count === 1 ? 'decimal' : 'decimals'}`
}
