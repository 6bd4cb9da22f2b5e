import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayFutureDates: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('time')
  return {
    headline: said.headline({ column }),
    claim: said.claim({
      column,
      rows: voice.number('rows', { kind: 'count' }),
      n: voice.count('n'),
      share: voice.number('share', { kind: 'percent' }),
      today: voice.period(voice.detail('today')),
      latest: voice.period(voice.detail('latest')),
    }),
    support: [said.support],
  }
}
