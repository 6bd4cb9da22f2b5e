/** Values of two precisions, or all of a coarse step. */
import { named, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayPrecision: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  const share = { measure, share: voice.number('coarse_share', { kind: 'percent' }), n: voice.count('n') }
  if (voice.detail('coarse') === null) {
    return {
      headline: said.steps.headline({ measure }),
      claim: said.steps.claim({ ...share, step: voice.number('step', { kind: 'value' }) }),
      support: [],
    }
  }
  return {
    headline: said.headline({ measure }),
    claim: said.claim({
      ...share,
      rows: voice.number('coarse_rows', { kind: 'count' }),
      coarse: voice.detail('coarse') === 0 ? said.wholeNumbers : said.givenTo({ decimals: decimals(voice, 'coarse') }),
      fine: decimals(voice, 'fine'),
    }),
    support: [said.support],
  }
}

function decimals(voice: Voice<typeof names>, which: 'coarse' | 'fine'): Phrase {
  const count = Number(voice.detail(which))
  return words.in(voice.language).decimals({ n: { ...named(String(count)), count } })
}
