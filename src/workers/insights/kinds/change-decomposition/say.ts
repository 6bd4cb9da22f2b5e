/** From how much to how much, between which periods, and what accounts for it. */
import { behind } from '../../words/bases.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { averageOf, formOfBoth, numberOfRows, sizeOf, totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { accountOf, othersOf, ownAverages } from './say-account.ts'
import { sayCommonSetback, saySetback } from './say-setback.ts'
import { againstBefore, againstYearBefore, byHowMuch, largestStep } from './say-sizes.ts'
import { words } from './words/index.ts'

type ChangeVoice = Voice<typeof names>

export const sayChange: Say<typeof names> = (voice) => {
  switch (voice.detail('form')) {
    case 'mover':
      return mover(voice)
    case 'setback':
      return saySetback(voice)
    case 'common_setback':
      return sayCommonSetback(voice)
    default:
      return change(voice)
  }
}

function change(voice: ChangeVoice): ReturnType<Say<typeof names>> {
  const said = words.in(voice.language)
  const head = { subject: subjectOf(voice), up: voice.draft.direction === 'up' }
  const part = voice.raw('best_part')
  return {
    headline:
      part !== null && part >= 0.5
        ? said.headlineOfPart({ ...head, best: voice.category('best') })
        : said.headline({ ...head, from: voice.period(voice.detail('from')), to: voice.period(voice.detail('to')) }),
    claim: said.claim({
      ...head,
      ends: endsOf(voice),
      byHowMuch: byHowMuch(voice),
      step: largestStep(voice),
      account: accountOf(voice),
      size: behind(sizeOf(voice)),
    }),
    support: [
      othersOf(voice),
      againstBefore(voice),
      againstYearBefore(voice),
      ownAverages(voice),
      meaningOfLevel(voice),
    ],
  }
}

function subjectOf(voice: ChangeVoice): Phrase {
  if (voice.detail('measure') === null) return numberOfRows(voice)
  const said = words.in(voice.language)
  const measure = voice.column('measure')
  switch (voice.detail('form')) {
    case 'total':
      return voice.raw('n') === voice.raw('periods') ? measure : totalOf(voice)
    case 'level':
      return voice.detail('aggregate') === 'mean' ? said.combined({ measure }) : totalOf(voice)
    case 'rate':
      return said.overall({
        measure,
        numerator: voice.column('numerator'),
        denominator: voice.column('denominator'),
      })
    default:
      return voice.raw('n') === voice.raw('periods') ? measure : averageOf(voice)
  }
}

/** The first value and the last; averages of several periods where single ones would mislead. */
function endsOf(voice: ChangeVoice): Phrase {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'first', 'last')
  const [from, to] = [voice.detail('from'), voice.detail('to')]
  const ends = { first: voice.number('first', form), last: voice.number('last', form) }
  if (voice.raw('window') === null) return said.ends({ ...ends, whenFirst: voice.when(from), whenLast: voice.when(to) })
  return said.endMeans({
    ...ends,
    periods: voice.periods('window'),
    window: voice.number('window', { kind: 'count' }),
    from: voice.period(from),
    to: voice.period(to),
  })
}

/** What a level is, where a period holds several times. */
function meaningOfLevel(voice: ChangeVoice): Phrase {
  if (voice.detail('form') !== 'level' || voice.detail('aggregate') !== 'mean') return nothing
  return words.in(voice.language).meaningOfLevel({ grain: voice.ofGrain })
}

function mover(voice: ChangeVoice): ReturnType<Say<typeof names>> {
  const said = words.in(voice.language).mover
  const up = voice.draft.direction === 'up'
  const form = formOfBoth(voice, 'first', 'last')
  const agreeing = up ? 'up' : 'down'
  const head = { measure: voice.column('measure'), best: voice.category('best'), up }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      first: voice.number('first', form),
      whenFirst: voice.when(voice.detail('from')),
      last: voice.number('last', form),
      whenLast: voice.when(voice.detail('to')),
      byHowMuch: byHowMuch(voice),
      all: voice.raw(agreeing) === voice.raw('entities'),
      agreeing: voice.number(agreeing, { kind: 'count' }),
      entities: voice.number('entities', { kind: 'count' }),
      nouns: voice.nouns('dimension'),
      grain: voice.ofGrain,
      rows: behind(voice.rows('n')),
    }),
    support: [],
  }
}
