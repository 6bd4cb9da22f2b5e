/** A value that is rare beside the only other one. */
import { outcomePhrase } from '../../words/outcome.ts'
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayImbalance: Say<typeof names> = (voice) => {
  const dimension = voice.column('dimension')
  const rare = voice.category('rare_value')
  const { noun } = outcomePhrase(voice.text('dimension'), voice.text('rare_value'))
  const subject = voice.detail('outcome') === true ? noun : say`${dimension} ${rare}`
  const part = say`${voice.number('rare', { kind: 'count' })} of ${voice.counted('n', 'row')} (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`${subject} is rare`,
    claim: say`${subject} is rare: ${part}, all others being ${voice.category('common_value')}`,
    support: [],
  }
}
