/** The highest and the lowest period. */
import { say } from '../../words/phrase.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayRecord: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'highest', 'lowest')
  const high = say`${voice.number('highest', form)} ${voice.when(voice.detail('highest_period'))}`
  // A value that many periods share is no day's own: a year of dry months has no driest.
  const where =
    voice.raw('lowest_ties') === 1
      ? voice.when(voice.detail('lowest_period'))
      : say`in ${voice.counted('lowest_ties', voice.grain)}`
  const low = say`${voice.number('lowest', form)} ${where}`
  return {
    headline: say`${subject} peaked ${voice.when(voice.detail('highest_period'))}`,
    claim: voice.choose(
      'claim',
      say`${subject} ranged from ${low} to ${high} (${baseOf(voice)})`,
      say`${subject} peaked at ${high} and was lowest at ${low} (${baseOf(voice)})`,
    ),
    support: [say`the average over all ${voice.grain}s is ${voice.number('mean', form)}`],
  }
}
