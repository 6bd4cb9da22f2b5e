/** How large a change is, and its largest step; against the period before and the same period of the year before. */
import { nothing, type Phrase } from '../../words/phrase.ts'
import { differenceFormOf, formOfBoth } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

/** A multiple is said from twice as much on; below, the share that was added. */
export const leastTimes = 2

type ChangeVoice = Voice<typeof names>

/** `, up by 18.3%`, `, 3.8 times as much`, or the difference where neither means anything. */
export function byHowMuch(voice: ChangeVoice): Phrase {
  const [times, change] = [voice.raw('times'), voice.raw('change')]
  const said = words.in(voice.language)
  if (times !== null && times >= leastTimes) return said.times({ times: voice.number('times') })
  return said.by({ up: (change ?? 0) > 0, size: sizeOf(voice, 'change_share', 'change') })
}

/** `, most of it from 2008 to 2009`; `, though it fell by 4.4% from 2008 to 2009`. */
export function largestStep(voice: ChangeVoice): Phrase {
  const [step, whole] = [voice.raw('step_change'), voice.raw('change')]
  if (step === null || whole === null || whole === 0) return nothing
  const said = words.in(voice.language).step
  const given = {
    up: voice.draft.direction === 'up',
    from: voice.period(voice.detail('step_from')),
    to: voice.period(voice.detail('step_to')),
    size: sizeOf(voice, 'step_share', 'step_change'),
  }
  if (step * whole < 0) return said.against(given)
  return step / whole <= 1 ? said.most(given) : said.alone(given)
}

/** The last period against the one before it, where the comparison reaches further back. */
export function againstBefore(voice: ChangeVoice): Phrase {
  const change = voice.raw('before_change')
  if (change === null) return nothing
  const said = words.in(voice.language).before
  const period = voice.period(voice.detail('before'))
  const value = voice.number('before', formOfBoth(voice, 'before', 'last'))
  if (change === 0) return said.unchanged({ period, value })
  return said.changed({ period, value, up: change > 0, size: sizeOf(voice, 'before_share', 'before_change') })
}

/** The last period against the same one a year before, in which the season was the same. */
export function againstYearBefore(voice: ChangeVoice): Phrase {
  const change = voice.raw('year_before_change')
  if (change === null || change === 0) return nothing
  return words.in(voice.language).before.aYear({
    period: voice.period(voice.detail('year_before')),
    value: voice.number('year_before', formOfBoth(voice, 'year_before', 'last')),
    up: change > 0,
    size: sizeOf(voice, 'year_before_share', 'year_before_change'),
  })
}

/** As a share of what there was; as an amount where a share means nothing. */
function sizeOf(
  voice: ChangeVoice,
  share: 'change_share' | 'step_share' | 'before_share' | 'year_before_share',
  change: 'change' | 'step_change' | 'before_change' | 'year_before_change',
): Phrase {
  return voice.raw(share) === null
    ? voice.size(change, differenceFormOf(voice))
    : voice.size(share, { kind: 'percent' })
}
