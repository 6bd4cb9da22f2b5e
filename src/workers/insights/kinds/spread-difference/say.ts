/** A measure that scatters more widely in one group than within the others. */
import { type Phrase, say } from '../../words/phrase.ts'
import { intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type SpreadVoice = Voice<typeof names>

export const saySpreadDifference: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const dimension = voice.column('dimension')
  const best = voice.category('best')
  const verb = { plain: 'varies', tends: 'tends to vary', may: 'may vary' }[voice.strength]
  const degree = isPair(voice) ? 'more' : 'most'
  const head = say`${measure} ${verb} ${degree} where ${dimension} is ${best}`
  const others = isPair(voice) ? say`where it is ${voice.category('worst')}` : say`within the others`
  return {
    headline: head,
    claim: say`${head}: a standard deviation of ${sd(voice, 'best_sd')}, against ${sd(voice, 'rest_sd')} ${others} (${voice.number('best_n', { kind: 'count' })} of ${voice.counted('n', 'row')})`,
    support: [
      say`on average its values lie ${voice.number('ratio')} times as far from their median as those of the others (${intervalName}: ${voice.number('ratio_low')} to ${voice.number('ratio_high')})`,
      ...otherEnd(voice),
    ],
  }
}

/** With two groups, the rest is the other one. */
function isPair(voice: SpreadVoice): boolean {
  return (voice.raw('groups') ?? 0) <= 2
}

function sd(voice: SpreadVoice, name: 'best_sd' | 'rest_sd' | 'worst_sd'): Phrase {
  return voice.number(name, voice.form('measure'))
}

function otherEnd(voice: SpreadVoice): Phrase[] {
  if (isPair(voice)) return []
  return [
    say`it varies least where ${voice.column('dimension')} is ${voice.category('worst')}, by ${sd(voice, 'worst_sd')}`,
  ]
}
