/** A step: when, from which level to which, and whether the series moves within its parts. */
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import { aPeriod, baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

/** Above this, a test for a trend within a part found none. */
const noTrend = 0.05

export const sayLevelShift: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'level_before', 'level_after')
  const when = voice.when(voice.draft.location)
  const per = aPeriod(voice)
  const before = say`${voice.number('level_before', form)}${per} on average over the ${voice.counted('periods_before', voice.grain)} before`
  const stays = voice.detail('to_after') === voice.detail('to')
  const after = say`${voice.number('level_after', form)} over the ${voice.counted('periods_after', voice.grain)} ${stays ? 'from then on' : 'until the next step'}`
  const share = voice.raw('change_share')
  const by = share === null ? nothing : say` by ${voice.size('change_share', { kind: 'percent' })}`
  return {
    headline: say`${subject} ${headlineVerb(voice)} ${when}`,
    claim: voice.choose(
      'claim',
      say`${subject} ${verb(voice)} in a step ${when}${by}, from ${before} to ${after} (${baseOf(voice)})`,
      say`${when}, ${subject} ${verb(voice)} in a step${by}: from ${before} to ${after} (${baseOf(voice)})`,
    ),
    support: [within(voice), others(voice)],
  }
}

/** A step is there or not: how sure of it the test is does not make it a tendency. */
function verb(voice: Voice<typeof names>): string {
  const up = voice.draft.direction === 'up'
  if (voice.strength === 'may') return up ? 'may have risen' : 'may have fallen'
  return up ? 'rose' : 'fell'
}

function headlineVerb(voice: Voice<typeof names>): string {
  const side = voice.draft.direction === 'up' ? 'up' : 'down'
  return voice.strength === 'may' ? `may have stepped ${side}` : `stepped ${side}`
}

function within(voice: Voice<typeof names>): Phrase {
  const p = voice.raw('trend_within_p')
  return p === null || p < noTrend ? nothing : say`within either part it neither rises nor falls for long`
}

function others(voice: Voice<typeof names>): Phrase {
  const shifts = voice.raw('shifts') ?? 1
  return shifts < 2 ? nothing : say`it is the largest of ${voice.counted('shifts', 'such step')}`
}
