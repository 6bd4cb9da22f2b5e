import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayTimeGaps: Say<typeof names> = (voice) => {
  const longest = voice.counted('longest', voice.grain)
  const from = voice.period(voice.detail('from'))
  const to = voice.period(voice.detail('to'))
  const all =
    voice.raw('missing') === voice.raw('longest')
      ? say``
      : say`; ${voice.counted('missing', voice.grain)} of ${voice.number('periods', { kind: 'count' })} have none in all`
  return {
    headline: say`rows are missing from ${from} on`,
    claim: say`there are no rows for ${longest} in a row, from ${from} to ${to}${all} (${voice.counted('n', 'row')} otherwise)`,
    support: [],
  }
}
