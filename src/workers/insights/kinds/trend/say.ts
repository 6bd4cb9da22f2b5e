/** A lasting rise or fall: how far, over which time, how steadily. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { aPeriod, differenceFormOf, formOfBoth, intervalOf, sizeOf, spanOf, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayTrend: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    subject: subjectOf(voice),
    up: voice.draft.direction === 'up',
    strength: voice.strength,
    span: spanOf(voice),
  }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      byHowMuch: byHowMuch(voice),
      course: voice.option('course'),
      size: behind(sizeOf(voice)),
    }),
    support: [orSteps(voice), slope(voice)],
  }
}

function byHowMuch(voice: Voice<typeof names>): Phrase {
  const levels = levelsOf(voice)
  if (voice.raw('change_share') === null) return levels
  return words.in(voice.language).byShare({ share: voice.size('change_share', { kind: 'percent' }), levels })
}

/** Averages of both ends as they were observed, with how much of the series each is an average of. */
function levelsOf(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'first_level', 'last_level')
  const ends = {
    first: voice.number('first_level', form),
    last: voice.number('last_level', form),
    aPeriod: aPeriod(voice),
  }
  if ((voice.raw('window') ?? 1) <= 1) return said.levels(ends)
  const window = voice.number('window', { kind: 'count' })
  return said.levelsOfEnds({ ...ends, periods: voice.periods('window'), window })
}

/** Steps instead of a lasting rise or fall, where they describe the series about as well. */
function orSteps(voice: Voice<typeof names>): Phrase {
  if (voice.raw('steps') === null) return nothing
  const form = formOfBoth(voice, 'step_before', 'step_after')
  return words.in(voice.language).orSteps({
    steps: voice.count('steps'),
    when: voice.when(voice.detail('step_at')),
    before: voice.number('step_before', form),
    after: voice.number('step_after', form),
  })
}

function slope(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const form = differenceFormOf(voice)
  const pace = { grain: voice.ofGrain, slope: voice.number('slope_per_period', form) }
  if (voice.raw('slope_low') === null || voice.raw('slope_high') === null) return said.slope(pace)
  return said.slopeWithInterval({
    ...pace,
    interval: intervalOf(voice),
    low: voice.number('slope_low', form),
    high: voice.number('slope_high', form),
  })
}
