/** First digits that are not as common as in amounts of many sizes. Never a word about why. */
import { named, say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayBenford: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const digit = named(voice.text('digit'))
  return {
    headline: say`first digits of ${measure} are not as Benford's law has them`,
    claim: say`${voice.number('digit_share', { kind: 'percent' })} of ${voice.counted('n', 'value')} of ${measure} begin with ${digit}, where Benford's law expects ${voice.number('expected_share', { kind: 'percent' })} of amounts of so many sizes`,
    support: [
      say`the nine first digits are ${voice.number('mean_deviation', { kind: 'points' })} off on average; thresholds, fixed prices and cut-off ranges do that as well as errors`,
    ],
  }
}
