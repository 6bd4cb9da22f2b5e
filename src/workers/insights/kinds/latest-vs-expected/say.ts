/** The last period against what those before it let one expect. */
import { say } from '../../words/phrase.ts'
import { differenceFormOf, formOfBoth, intervalName, sizeOf, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayLatest: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'value', 'expected')
  const when = voice.when(voice.draft.location)
  const above = (voice.raw('residual') ?? 0) > 0
  const side = above ? 'above' : 'below'
  const was = voice.strength === 'may' ? 'may have come out' : 'came out'
  const interval = say`${intervalName} ${voice.number('low', form)} to ${voice.number('high', form)}`
  return {
    headline: say`${subject} ${was} ${side} expectation ${when}`,
    claim: say`the last ${voice.grain} ${was} ${side} what those before let one expect: ${subject} was ${voice.number('value', form)} ${when}, against ${voice.number('expected', form)} (${interval}; ${sizeOf(voice)})`,
    support: [
      say`that is ${voice.size('residual', differenceFormOf(voice))} ${side} the forecast, ${voice.size('z')} times the usual error; whether it lasts the next ${voice.grain} will show`,
    ],
  }
}
