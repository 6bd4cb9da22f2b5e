/** A long tail on one side. */
import { say } from '../phrase.ts'
import type { Say } from './sentence.ts'

export const saySkew: Say<'skew'> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const right = (voice.raw('skewness') ?? 0) > 0
  const tail = right ? 'high' : 'low'
  const bulk = right ? 'low' : 'high'
  return {
    headline: say`${measure} has a long tail of ${tail} values`,
    claim: voice.choose(
      'claim',
      say`most values of ${measure} are ${bulk}, with a long tail of ${tail} ones: the median is ${voice.number('median', form)}, the average ${voice.number('mean', form)} (${voice.counted('n', 'row')})`,
      say`${measure} is lopsided: the average of ${voice.number('mean', form)} lies ${right ? 'above' : 'below'} the median of ${voice.number('median', form)}, with a long tail of ${tail} values (${voice.counted('n', 'row')})`,
    ),
    support: [
      say`for a typical row, the median says more than the average here (skewness ${voice.number('skewness')})`,
    ],
  }
}
