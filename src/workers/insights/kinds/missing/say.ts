import { inBrackets, nothing } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayMissing: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('column')
  const few = (voice.raw('n') ?? 0) < 30
  return {
    headline: said.headline({ column }),
    claim: said.claim({
      column,
      missing: voice.count('missing'),
      rows: voice.rows('n'),
      share: few ? nothing : inBrackets(voice.number('share', { kind: 'percent' })),
    }),
    support: [],
  }
}
