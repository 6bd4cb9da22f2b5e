/** Many zeros: how many, and what the others are like. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayZeroInflation: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const share = say`${voice.number('share', { kind: 'percent' })} of ${voice.counted('n', 'value')}`
  const others = say`half of the others lie between ${voice.number('others_lower', form)} and ${voice.number('others_upper', form)}`
  return {
    headline: say`many values of ${measure} are zero`,
    claim: voice.choose(
      'claim',
      say`${measure} is zero in ${share} (${voice.number('zeros', { kind: 'count' })}), and ${others}`,
      say`${share} of ${measure} are zero (${voice.number('zeros', { kind: 'count' })}), and ${others}`,
    ),
    support: [
      say`where there is any, the median is ${voice.number('others_median', form)}; an average over all rows mixes the two`,
    ],
  }
}
