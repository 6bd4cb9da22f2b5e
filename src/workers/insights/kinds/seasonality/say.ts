/** A pattern that repeats with the calendar: when it is high, when low, how much of the movement it makes up. */
import { behind } from '../../words/bases.ts'
import { nothing } from '../../words/phrase.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say, Wording } from '../../words/wording.ts'
import type { names } from './names.ts'
import { atPhase } from './phases.ts'
import { words } from './words/index.ts'

export const saySeasonality: Say<typeof names> = (voice) => {
  if (voice.text('cycle') === 'swings') return saySwings(voice)
  if (voice.detail('parted') === 'weekend') return sayWeekend(voice)
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'peak_mean', 'trough_mean')
  const cycle = voice.option('cycle')
  const hasName = cycle === 'day' || cycle === 'week' || cycle === 'year'
  const phase = (which: 'peak' | 'trough') => atPhase(voice.text(which), voice.grain, voice.language)
  const head = { subject: subjectOf(voice), strength: voice.strength, peak: phase('peak'), cycle }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      rhythm: said.rhythm({ cycle, period: hasName ? nothing : voice.periods('period') }),
      high: voice.number('peak_mean', form),
      trough: phase('trough'),
      low: voice.number('trough_mean', form),
      base: behind(baseOf(voice)),
    }),
    support: [said.strength({ share: voice.number('strength', { kind: 'percent' }), cycles: voice.count('cycles') })],
  }
}

/** Of days that differ by the weekend alone, none is the one with the peak. */
function sayWeekend(voice: Voice<typeof names>): Wording {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'weekend_mean', 'working_mean')
  const head = {
    subject: subjectOf(voice),
    strength: voice.strength,
    higher: (voice.raw('weekend_mean') ?? 0) > (voice.raw('working_mean') ?? 0),
  }
  return {
    headline: said.weekend.headline(head),
    claim: said.weekend.claim({
      ...head,
      weekend: voice.number('weekend_mean', form),
      working: voice.number('working_mean', form),
      base: behind(baseOf(voice)),
    }),
    support: [said.strength({ share: voice.number('strength', { kind: 'percent' }), cycles: voice.count('cycles') })],
  }
}

function saySwings(voice: Voice<typeof names>): Wording {
  const said = words.in(voice.language).swings
  const head = { subject: subjectOf(voice), strength: voice.strength, period: voice.periods('period') }
  return {
    headline: said.headline(head),
    claim: said.claim({ ...head, base: behind(baseOf(voice)) }),
    support: [
      said.alike({ period: head.period, together: voice.number('strength'), opposed: voice.number('opposed') }),
      said.lengths({ cycles: voice.count('cycles') }),
    ],
  }
}
