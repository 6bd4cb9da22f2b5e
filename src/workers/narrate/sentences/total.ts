/** What a measure adds up to. */
import { say } from '../phrase.ts'
import type { Say } from './sentence.ts'

export const sayTotal: Say<'total'> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const mean = voice.number('mean', form)
  const rows = voice.counted('n', 'row')
  return {
    headline: say`${measure}, row by row`,
    claim: voice.choose(
      'claim',
      say`${measure} adds up to ${voice.number('total', form)} over ${rows}, ${mean} a row on average`,
      say`the total of ${measure} is ${voice.number('total', form)}: ${rows} with ${mean} on average`,
    ),
    support: [say`the middle value is ${voice.number('median', form)}`],
  }
}
