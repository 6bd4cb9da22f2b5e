/** A lasting rise or fall: how far, over which time, how steadily. */
import type { NumberForm } from '../../../../shared/format/numbers.ts'
import { type Phrase, say } from '../../words/phrase.ts'
import { aPeriod, differenceFormOf, formOfBoth, intervalName, sizeOf, spanOf, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayTrend: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'first_level', 'last_level')
  const up = voice.draft.direction === 'up'
  const levels = levelsOf(voice, form)
  const share = voice.raw('change_share')
  const byShare = share === null ? levels : say`by ${voice.size('change_share', { kind: 'percent' })}, ${levels}`
  return {
    headline: say`${subject} ${verb(voice, up)} ${spanOf(voice)}`,
    claim: voice.choose(
      'claim',
      say`${subject} ${verb(voice, up)} ${byShare}, ${spanOf(voice)}${courseOf(voice)} (${sizeOf(voice)})`,
      say`${spanOf(voice)}, ${subject} ${verb(voice, up)} ${byShare}${courseOf(voice)} (${sizeOf(voice)})`,
    ),
    support: [slope(voice)],
  }
}

/** What a straight line would hide. */
function courseOf(voice: Voice<typeof names>): string {
  switch (voice.text('course')) {
    case 'accelerating':
      return ', faster towards the end'
    case 'levelling off':
      return ', more and more slowly'
    default:
      return ''
  }
}

/** Averages of both ends as they were observed, with how much of the series each is an average of. */
function levelsOf(voice: Voice<typeof names>, form: NumberForm): Phrase {
  const [first, last] = [voice.number('first_level', form), voice.number('last_level', form)]
  const window = voice.raw('window') ?? 1
  if (window <= 1) return say`from ${first} to ${last}${aPeriod(voice)}`
  const ends = say`the first ${voice.counted('window', voice.grain)} to ${last} over the last ${voice.number('window', { kind: 'count' })}`
  return say`from ${first}${aPeriod(voice)} on average over ${ends}`
}

function verb(voice: Voice<typeof names>, up: boolean): string {
  switch (voice.strength) {
    case 'plain':
      return up ? 'rose' : 'fell'
    case 'tends':
      return up ? 'tended to rise' : 'tended to fall'
    case 'may':
      return up ? 'may have risen' : 'may have fallen'
  }
}

function slope(voice: Voice<typeof names>): Phrase {
  const form = differenceFormOf(voice)
  const low = voice.raw('slope_low')
  const high = voice.raw('slope_high')
  const pace = say`the typical step from one ${voice.grain} to the next is ${voice.number('slope_per_period', form)}`
  if (low === null || high === null) return pace
  return say`${pace} (${intervalName}: ${voice.number('slope_low', form)} to ${voice.number('slope_high', form)})`
}
