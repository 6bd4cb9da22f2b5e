/** Values in two units: how many, how many times as large, and since when. */
import { type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayUnitMix: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const factor = voice.number('factor', { kind: 'count' })
  const counts = say`${voice.number('rows', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  const medians = say`a median of ${voice.number('large_median', form)} against ${voice.number('small_median', form)}`
  return {
    headline: say`${measure} looks as if written in two units`,
    claim: say`${measure} looks as if written in two units: ${whereOf(voice)}${counts} are about ${factor} times as large as the others (${medians})`,
    support: [say`nothing else is said of ${measure}, since both units together have no average, rise or fall`],
  }
}

function whereOf(voice: Voice<typeof names>): Phrase {
  const side = voice.detail('side')
  if (side === null) return say``
  const date = voice.period(voice.detail('from'))
  return side === 'from' ? say`from ${date} on, ` : say`until ${date}, `
}
