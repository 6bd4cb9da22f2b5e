/** A bend: what the series did before, when that ended, and what it did after. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { aPeriod, baseOf, differenceFormOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

export const saySlopeBreak: Say<typeof names> = (voice) => ({
  headline: words.in(voice.language).headline({
    ...movesOf(voice),
    course: courseOf(voice),
    when: voice.when(voice.draft.location),
  }),
  claim: claimOf(voice),
  support: [orCurve(voice), slopes(voice), others(voice)],
})

function movesOf(voice: Own) {
  return {
    subject: subjectOf(voice),
    strength: voice.strength,
    before: voice.text('move_before'),
    after: voice.text('move_after'),
    faster: Math.abs(voice.raw('slope_after') ?? 0) > Math.abs(voice.raw('slope_before') ?? 0),
  }
}

/** It begins to move, ends moving, turns round, or goes on at another pace. */
function courseOf(voice: Own): 'begins' | 'ends' | 'turns' | 'goesOn' {
  const [before, after] = [voice.text('move_before'), voice.text('move_after')]
  if (before === 'held') return 'begins'
  if (after === 'held') return 'ends'
  return before === after ? 'goesOn' : 'turns'
}

function claimOf(voice: Own): Phrase {
  const { claim } = words.in(voice.language)
  const course = courseOf(voice)
  const given = {
    ...movesOf(voice),
    aPeriod: aPeriod(voice),
    averages: averagesOf(voice),
    since: sinceOf(voice),
    end: voice.period(voice.detail('to_after')),
    base: behind(baseOf(voice)),
  }
  if (course === 'begins') {
    const form = formOfBoth(voice, 'mean_before', 'level_to')
    return claim.begins({
      ...given,
      mean: voice.number('mean_before', form),
      at: voice.period(voice.draft.location),
      to: voice.number('level_to', form),
    })
  }
  const form = formOfBoth(voice, 'level_from', 'level_at')
  const first = {
    ...given,
    from: voice.number('level_from', form),
    whenFrom: voice.when(voice.detail('from_before')),
    at: voice.number('level_at', form),
    whenAt: voice.when(voice.draft.location),
  }
  if (course === 'ends') return claim.ends({ ...first, mean: voice.number('mean_after', form) })
  const to = voice.number('level_to', formOfBoth(voice, 'level_at', 'level_to'))
  return course === 'goesOn' ? claim.goesOn({ ...first, to }) : claim.turns({ ...first, to })
}

/** A single period speaks for itself; an average says how many it is of. */
function averagesOf(voice: Own): Phrase {
  if ((voice.raw('window') ?? 1) <= 1) return nothing
  return words.in(voice.language).averages({ periods: voice.periods('window') })
}

/** Where the series did something else before it stayed level, since when it did. */
function sinceOf(voice: Own): Phrase {
  const from = voice.detail('from_before')
  if (from === voice.detail('from')) return nothing
  return words.in(voice.language).since({ from: voice.period(from) })
}

function orCurve(voice: Own): Phrase {
  const course = voice.detail('or_course')
  if (course === null || course === undefined) return nothing
  return words.in(voice.language).orCurve({ faster: course === 'accelerating' })
}

function slopes(voice: Own): Phrase {
  const form = differenceFormOf(voice)
  return words.in(voice.language).slopes({
    grain: voice.ofGrain,
    slopeBefore: voice.number('slope_before', form),
    slopeAfter: voice.number('slope_after', form),
  })
}

function others(voice: Own): Phrase {
  if ((voice.raw('bends') ?? 1) < 2) return nothing
  return words.in(voice.language).sharpest({ bends: voice.count('bends') })
}
