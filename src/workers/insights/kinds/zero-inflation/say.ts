/** Many zeros: how many, and what the others are like. */
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayZeroInflation: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  const form = voice.form('measure')
  return {
    headline: said.headline({ measure }),
    claim: voice.oneOf('claim', said.claim, {
      measure,
      share: voice.number('share', { kind: 'percent' }),
      n: voice.count('n'),
      zeros: voice.number('zeros', { kind: 'count' }),
      lower: voice.number('others_lower', form),
      upper: voice.number('others_upper', form),
    }),
    support: [said.support({ median: voice.number('others_median', form) })],
  }
}
