/** A change of scatter: from when on, how many times as wide; or swings that go with the level. */
import { type Phrase, say } from '../../words/phrase.ts'
import { baseOf, differenceFormOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

export const sayVarianceChange: Say<typeof names> = (voice) =>
  voice.text('form') === 'level' ? swings(voice) : scatter(voice)

function scatter(voice: Own) {
  const subject = subjectOf(voice)
  const wider = voice.draft.direction === 'up'
  const form = differenceFormOf(voice)
  const may = voice.strength === 'may'
  const varied = say`${may ? 'may have varied' : 'varied'} ${wider ? 'more' : 'less'}`
  const before = say`${voice.number('sd_before', form)} over the ${voice.counted('periods_before', voice.grain)} before`
  const after = say`${voice.number('sd_after', form)} over the ${voice.counted('periods_after', voice.grain)} from then on`
  return {
    headline: say`${subject} ${varied} from ${voice.period(voice.draft.location)} on`,
    claim: say`${subject} ${varied} from ${voice.period(voice.draft.location)} on: the standard deviation around its course was ${before} and ${after} (${baseOf(voice)})`,
    support: [say`one spread is ${voice.number('ratio')} times the other`],
  }
}

function swings(voice: Own) {
  const subject = subjectOf(voice)
  const form = differenceFormOf(voice)
  const levels = formOfBoth(voice, 'level_before', 'level_after')
  const grow = voice.strength === 'may' ? 'may grow' : voice.strength === 'tends' ? 'tend to grow' : 'grow'
  const within = voice.detail('cycle') === null ? say`` : say` within a ${voice.text('cycle')}`
  const end = (which: 'first' | 'last', sd: 'sd_before' | 'sd_after', level: 'level_before' | 'level_after'): Phrase =>
    say`${voice.number(sd, form)} in the ${which} ${voice.counted('periods_before', voice.grain)}, at an average of ${voice.number(level, levels)}`
  return {
    headline: say`The swings of ${subject} ${grow} with its level`,
    claim: say`The swings of ${subject}${within} ${grow} with its level: the standard deviation was ${end('first', 'sd_before', 'level_before')}, and ${end('last', 'sd_after', 'level_after')} (${baseOf(voice)})`,
    support: [say`one spread is ${voice.number('ratio')} times the other`],
  }
}
