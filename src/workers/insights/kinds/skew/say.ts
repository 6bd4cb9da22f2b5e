/** A long tail on one side: the mean against the median. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const saySkew: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const upper = voice.text('tail') === 'upper'
  const form = voice.form('measure')
  const mean = voice.number('mean', form)
  const median = voice.number('median', form)
  const share = voice.number('share_on_side', { kind: 'percent' })
  const [away, side] = upper ? ['above', 'below'] : ['below', 'above']
  return {
    headline: say`${measure} has a long ${upper ? 'upper' : 'lower'} tail`,
    claim: voice.choose(
      'claim',
      say`${measure} has a long tail of ${upper ? 'high' : 'low'} values: the mean, ${mean}, lies well ${away} the median, ${median}, and ${share} of ${voice.counted('n', 'row')} lie ${side} the mean`,
      say`a few ${upper ? 'high' : 'low'} values pull the mean of ${measure} to ${mean}, against a median of ${median}: ${share} of ${voice.counted('n', 'row')} lie ${side} it`,
    ),
    support: [
      say`${upper ? 'the highest' : 'the lowest'} tenth of the values ${upper ? 'begins at' : 'ends at'} ${voice.number('tail_from', voice.form('measure'))}`,
    ],
  }
}
