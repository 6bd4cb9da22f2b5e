import { named } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const saySentinel: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('column')
  return {
    headline: said.headline({ column }),
    claim: said.claim({
      column,
      count: voice.number('count', { kind: 'count' }),
      n: voice.count('n'),
      // Written as in the data, not grouped or rounded like a quantity: it is a name for “missing”.
      code: named(voice.text('code').replace('-', '−')),
      nearest: voice.number('nearest', { kind: 'value' }),
    }),
    support: [said.support],
  }
}
