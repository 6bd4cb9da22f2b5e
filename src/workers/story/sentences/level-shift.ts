/** A step to a new level that lasted. */
import { type Phrase, say } from '../phrase.ts'
import type { Voice } from '../voice.ts'
import type { Say } from './sentence.ts'
import { aPeriod, baseOf, differenceFormOf, formOf, subjectOf } from './series.ts'

export const sayLevelShift: Say<'level_shift'> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOf(voice)
  const since = voice.when(voice.draft.location)
  const up = voice.draft.direction === 'up'
  const moved = verb(voice, up)
  const levels = say`from ${voice.number('before_mean', form)} to ${voice.number('after_mean', form)}${aPeriod(voice)} on average`
  return {
    headline: say`${subject} ${moved} ${since}`,
    claim: voice.choose(
      'claim',
      say`${since}, ${subject} ${moved} to a new level and stayed there, ${levels} (${baseOf(voice)})`,
      say`${subject} ${moved} ${since} and stayed at the new level, ${levels} (${baseOf(voice)})`,
    ),
    support: [size(voice, up)],
  }
}

function verb(voice: Voice<'level_shift'>, up: boolean): string {
  if (voice.strength === 'may') return up ? 'may have stepped up' : 'may have stepped down'
  return up ? 'stepped up' : 'stepped down'
}

function size(voice: Voice<'level_shift'>, up: boolean): Phrase {
  const form = differenceFormOf(voice)
  const change = say`the level after is ${voice.size('change', form)} ${up ? 'above' : 'below'} the one before`
  if (voice.raw('change_share') === null) return change
  return say`${change}, ${up ? 'a gain' : 'a loss'} of ${voice.size('change_share', { kind: 'percent' })}`
}
