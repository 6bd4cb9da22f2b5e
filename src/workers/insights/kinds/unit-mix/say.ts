/** Values in two units: how many, how many times as large, and since when. */
import { nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayUnitMix: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  const form = voice.form('measure')
  return {
    headline: said.headline({ measure }),
    claim: said.claim({
      measure,
      where: whereOf(voice),
      count: voice.number('rows', { kind: 'count' }),
      n: voice.count('n'),
      factor: voice.number('factor', { kind: 'count' }),
      large: voice.number('large_median', form),
      small: voice.number('small_median', form),
    }),
    support: [said.support({ measure })],
  }
}

function whereOf(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const side = voice.detail('side')
  if (side === null) return nothing
  const date = voice.period(voice.detail('from'))
  return side === 'from' ? said.from({ date }) : said.until({ date })
}
