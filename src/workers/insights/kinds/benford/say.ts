/** First digits that are not as common as in amounts of many sizes. Never a word about why. */
import { named } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayBenford: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  return {
    headline: said.headline({ measure }),
    claim: said.claim({
      measure,
      share: voice.number('digit_share', { kind: 'percent' }),
      n: voice.count('n'),
      digit: named(voice.text('digit')),
      expected: voice.number('expected_share', { kind: 'percent' }),
    }),
    support: [said.support({ deviation: voice.number('mean_deviation', { kind: 'points' }) })],
  }
}
