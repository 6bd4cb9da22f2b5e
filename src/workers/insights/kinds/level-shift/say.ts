/** A step: when, from which level to which, and whether the series moves within its parts. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { aPeriod, baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

/** Above this, a test for a trend within a part found none. */
const noTrend = 0.05

export const sayLevelShift: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'level_before', 'level_after')
  const head = {
    subject: subjectOf(voice),
    up: voice.draft.direction === 'up',
    strength: voice.strength,
    when: voice.when(voice.draft.location),
  }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      byShare: byShare(voice),
      before: voice.number('level_before', form),
      aPeriod: aPeriod(voice),
      periodsBefore: voice.periods('periods_before'),
      after: voice.number('level_after', form),
      periodsAfter: voice.periods('periods_after'),
      stays: voice.detail('to_after') === voice.detail('to'),
      base: behind(baseOf(voice)),
    }),
    support: [orTrend(voice), within(voice), others(voice)],
  }
}

function byShare(voice: Voice<typeof names>): Phrase {
  if (voice.raw('change_share') === null) return nothing
  return words.in(voice.language).byShare({ share: voice.size('change_share', { kind: 'percent' }) })
}

function orTrend(voice: Voice<typeof names>): Phrase {
  if (voice.detail('or_trend') !== true) return nothing
  return words.in(voice.language).orTrend({ up: voice.draft.direction === 'up' })
}

function within(voice: Voice<typeof names>): Phrase {
  const p = voice.raw('trend_within_p')
  return p === null || p < noTrend ? nothing : words.in(voice.language).neither
}

function others(voice: Voice<typeof names>): Phrase {
  if ((voice.raw('shifts') ?? 1) < 2) return nothing
  return words.in(voice.language).largest({ shifts: voice.count('shifts') })
}
