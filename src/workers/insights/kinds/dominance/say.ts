/** One category holds half of the whole or more. */
import { alsoRows, ofRows } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

export const sayDominance: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const dimension = voice.column('dimension')
  const counts = voice.detail('measure') === null
  return {
    headline: said.headline[counts ? 'ofRows' : 'ofMeasure']({
      dimension,
      best: voice.category('best'),
      more: (voice.raw('share') ?? 0) > 0.5,
      whole: counts ? voice.theRows : voice.column('measure'),
    }),
    claim: counts ? byRows(voice) : byMeasure(voice),
    support: [said.support({ dimension, groups: voice.count('groups') })],
  }
}

function byRows(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const given = {
    dimension: voice.column('dimension'),
    best: voice.category('best'),
    own: voice.number('top', { kind: 'count' }),
    rows: voice.rows('n'),
  }
  if ((voice.raw('n') ?? 0) < fewestForPercent) return said.ofFewRows(given)
  const share = voice.number('share', { kind: 'percent' })
  return voice.oneOf('claim', said.byRows, {
    ...given,
    rows: ofRows(voice, given.rows),
    share,
    next: next(voice),
  })
}

function byMeasure(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  return voice.oneOf('claim', words.in(voice.language).byMeasure, {
    dimension: voice.column('dimension'),
    best: voice.category('best'),
    share: voice.number('share', { kind: 'percent' }),
    whole: totalOf(voice),
    own: voice.number('top', form),
    total: voice.number('total', form),
    rows: alsoRows(voice, voice.rows('n')),
    rowPlural: voice.rowPlural,
    next: next(voice),
  })
}

function next(voice: Voice<typeof names>): Phrase {
  if (voice.raw('runner_up_share') === null) return nothing
  return words.in(voice.language).next({
    runnerUp: voice.category('runner_up'),
    share: voice.number('runner_up_share', { kind: 'percent' }),
  })
}
