/** One period far from what trend and season let one expect. */
import { say } from '../../words/phrase.ts'
import { baseOf, differenceFormOf, formOf, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayTimeOutlier: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOf(voice)
  const when = voice.when(voice.draft.location)
  const above = (voice.raw('residual') ?? 0) >= 0
  const side = above ? 'above' : 'below'
  const was = voice.strength === 'may' ? 'may have stood' : 'stood'
  return {
    headline: say`${subject} ${was} unusually ${above ? 'high' : 'low'} ${when}`,
    claim: voice.choose(
      'claim',
      say`${subject} ${was} unusually ${above ? 'high' : 'low'} ${when}: ${voice.number('value', form)}, where ${voice.number('expected', form)} was to be expected (${baseOf(voice)})`,
      say`${when}, ${subject} stood at ${voice.number('value', form)}, unusually far ${side} the ${voice.number('expected', form)} to be expected (${baseOf(voice)})`,
    ),
    support: [
      say`that is ${voice.size('residual', differenceFormOf(voice))} ${side} the expected value, ${voice.size('z')} times the usual scatter; unusual, not necessarily wrong`,
    ],
  }
}
