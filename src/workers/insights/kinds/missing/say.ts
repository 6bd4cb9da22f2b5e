import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayMissing: Say<typeof names> = (voice) => {
  const column = voice.column('column')
  const lack = voice.raw('missing') === 1 ? 'lacks' : 'lack'
  const counts = say`${voice.number('missing', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  const share = (voice.raw('n') ?? 0) < 30 ? say`` : say` (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`some rows lack a value for ${column}`,
    claim: say`${counts}${share} ${lack} a value for ${column}`,
    support: [],
  }
}
