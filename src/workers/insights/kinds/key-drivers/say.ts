/** Which columns predict a measure best, and how well. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayKeyDrivers: Say<typeof names> = (voice) => {
  const [measure, first, second] = [voice.column('measure'), voice.column('first'), voice.column('second')]
  const is = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  const percent = { kind: 'percent' } as const
  return {
    headline: say`${measure} ${is} best predicted by ${first}`,
    claim: say`${measure} ${is} best predicted by ${first}, then by ${second}: from all ${voice.counted('columns', 'other column')}, ${voice.number('explained', percent)} of its variance is predicted in ${voice.counted('held_out', 'row')} kept apart (of ${voice.number('n', { kind: 'count' })})`,
    support: [
      say`with ${first} shuffled, ${voice.number('first_importance', percent)} of the variance is lost to the prediction, with ${second} ${voice.number('second_importance', percent)}`,
      say`that one thing predicts another does not say why`,
    ],
  }
}
