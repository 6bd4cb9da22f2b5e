/** Two categories that occur together more, or less, than the whole lets one expect. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayAssociation: Say<typeof names> = (voice) => {
  const [first, second] = [voice.column('first'), voice.column('second')]
  const [here, there] = [voice.category('first_value'), voice.category('second_value')]
  const more = (voice.raw('share') ?? 0) >= (voice.raw('overall_share') ?? 0)
  const verb = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  const often = more ? 'more common' : 'less common'
  const share = voice.number('share', { kind: 'percent' })
  const overall = voice.number('overall_share', { kind: 'percent' })
  return {
    headline: say`${second} ${there} ${verb} ${often} where ${first} is ${here}`,
    claim: voice.choose(
      'claim',
      say`${second} ${there} ${verb} ${often} where ${first} is ${here}: ${share} of ${voice.counted('first_rows', 'row')}, against ${overall} of all ${voice.number('n', { kind: 'count' })}`,
      say`where ${first} is ${here}, ${second} ${there} ${verb} ${often}: ${share} of ${voice.counted('first_rows', 'row')}, against ${overall} of all ${voice.number('n', { kind: 'count' })}`,
    ),
    support: [
      say`${voice.counted('cell', 'row')} have both; the two columns are associated with a strength of ${voice.number('cramers_v')} on a scale from none to one (Cramér’s V)`,
    ],
  }
}
