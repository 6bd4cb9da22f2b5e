/** What holds over all rows and is the other way round among rows that are alike in a third column. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { overAllRows } from '../../words/bases.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { nothing, type Phrase } from '../../words/phrase.ts'
import { endsOf, intervalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

type Own = Voice<typeof names>

export const sayReversal: Say<typeof names> = (voice) =>
  voice.detail('form') === 'ranks' ? sayCorrelation(voice) : sayDifference(voice)

function sayCorrelation(voice: Own) {
  const said = words.in(voice.language).ranks
  const head = {
    ...controlOf(voice),
    first: voice.column('first'),
    second: voice.column('second'),
    rises: voice.draft.direction === 'positive',
    strength: voice.strength,
  }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      ...levelsOf(voice),
      overAll: overAllRows(voice, voice.detail('sampled') === true ? voice.sampledRows('n') : voice.rows('n')),
      overall: voice.number('overall'),
      within: voice.number('within'),
    }),
    support: isInferred(voice)
      ? [
          said.support({
            control: head.control,
            interval: intervalOf(voice),
            low: voice.number('within_low'),
            high: voice.number('within_high'),
          }),
        ]
      : [],
  }
}

/** Whether there is an interval. */
function isInferred(voice: Own): boolean {
  return voice.raw('within_low') !== null && voice.raw('within_high') !== null
}

function sayDifference(voice: Own) {
  const { gap, allOthers } = words.in(voice.language)
  const form = formOf(voice)
  const difference = formOfDifference(form)
  const head = { ...controlOf(voice), first: voice.column('first'), second: voice.column('second') }
  return {
    headline: gap.headline(head),
    claim: gap.claim({
      ...head,
      ...levelsOf(voice),
      group: voice.category('group'),
      strength: voice.strength,
      higher: voice.draft.direction !== 'lower',
      subject: subjectOf(voice),
      rest: voice.detail('rest') === null ? allOthers : voice.category('rest'),
      overAll: overAllRows(voice, voice.rows('n')),
      own: voice.number('own', form),
      other: voice.number('other', form),
      example: exampleOf(voice, form),
    }),
    support: [
      gap.support({
        control: head.control,
        within: voice.number('within', difference),
        ends: endsOf(
          voice,
          isInferred(voice)
            ? { low: voice.number('within_low', difference), high: voice.number('within_high', difference) }
            : null,
        ),
        overall: voice.number('overall', difference),
      }),
    ],
  }
}

/** `average weight`, or `share of “yes” in bought`. */
function subjectOf(voice: Own): Phrase {
  const said = words.in(voice.language).gap
  return voice.detail('form') === 'rates'
    ? said.share({ outcome: outcomePhrase(voice.text('second'), voice.text('value'), voice.language).noun })
    : said.average({ measure: voice.column('second') })
}

function formOf(voice: Own) {
  return voice.detail('form') === 'rates' ? ({ kind: 'percent' } as const) : voice.form('second')
}

/** `within the same department`, or `among rows alike in weight`. */
function controlOf(voice: Own) {
  return {
    control: voice.column('control'),
    binned: voice.detail('binned') === true,
    rowPlural: voice.rowPlural,
  }
}

/** `both groups`, `all 4 groups`, `5 of 6 ranges`. */
function levelsOf(voice: Own) {
  return {
    all: voice.raw('against') === voice.raw('levels'),
    against: voice.number('against', { kind: 'count' }),
    levels: voice.count('levels'),
  }
}

/** `, such as 62.1% against 82.4% in A`. */
function exampleOf(voice: Own, form: ReturnType<typeof formOf>): Phrase {
  if (voice.detail('level') === null || voice.raw('level_own') === null || voice.raw('level_other') === null) {
    return nothing
  }
  return words.in(voice.language).gap.example({
    own: voice.number('level_own', form),
    other: voice.number('level_other', form),
    level: voice.category('level'),
  })
}
