/** A change of scatter: from when on, how many times as wide; or swings that go with the level. */
import { behind } from '../../words/bases.ts'
import { baseOf, differenceFormOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

export const sayVarianceChange: Say<typeof names> = (voice) =>
  voice.text('form') === 'level' ? swings(voice) : scatter(voice)

function scatter(voice: Own) {
  const said = words.in(voice.language)
  const head = {
    subject: subjectOf(voice),
    strength: voice.strength,
    wider: voice.draft.direction === 'up',
    from: voice.period(voice.draft.location),
  }
  return {
    headline: said.scatter.headline(head),
    claim: said.scatter.claim({
      ...head,
      ...spreads(voice),
      periodsBefore: voice.periods('periods_before'),
      periodsAfter: voice.periods('periods_after'),
    }),
    support: [said.ratio({ ratio: voice.number('ratio') })],
  }
}

function swings(voice: Own) {
  const said = words.in(voice.language)
  const levels = formOfBoth(voice, 'level_before', 'level_after')
  const head = { subject: subjectOf(voice), strength: voice.strength }
  const cycle = voice.detail('cycle') === null
  return {
    headline: said.swings.headline(head),
    claim: said.swings.claim({
      ...head,
      ...spreads(voice),
      withinCycle: cycle ? 'no' : 'yes',
      grain: voice.option('cycle'),
      periods: voice.periods('periods_before'),
      levelBefore: voice.number('level_before', levels),
      levelAfter: voice.number('level_after', levels),
    }),
    support: [said.ratio({ ratio: voice.number('ratio') })],
  }
}

function spreads(voice: Own) {
  const form = differenceFormOf(voice)
  return { before: voice.number('sd_before', form), after: voice.number('sd_after', form), base: behind(baseOf(voice)) }
}
