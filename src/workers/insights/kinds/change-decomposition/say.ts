/** From how much to how much, between which periods, and what accounts for it. */
import { plural } from '../../../../shared/format/words.ts'
import { listed, nothing, type Phrase, say } from '../../words/phrase.ts'
import { averageOf, differenceFormOf, type formOf, formOfBoth, sizeOf, totalOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type ChangeVoice = Voice<typeof names>

export const sayChange: Say<typeof names> = (voice) => (voice.detail('form') === 'mover' ? mover(voice) : change(voice))

function change(voice: ChangeVoice): ReturnType<Say<typeof names>> {
  const subject = subjectOf(voice)
  const up = voice.draft.direction === 'up'
  const form = formOfBoth(voice, 'first', 'last')
  const [from, to] = [voice.detail('from'), voice.detail('to')]
  const [start, end] = [
    say`${voice.number('first', form)} ${voice.when(from)}`,
    say`${voice.number('last', form)} ${voice.when(to)}`,
  ]
  return {
    headline: headline(voice, subject, up),
    claim: say`${subject} ${verb(up)} from ${voice.raw('window') === null ? say`${start} to ${end}` : endMeans(voice, form)}${byHowMuch(voice)}${largestStep(voice, up)}${account(voice, up)} (${sizeOf(voice)})`,
    support: [
      othersOf(voice),
      againstBefore(voice),
      againstYearBefore(voice),
      ownAverages(voice),
      meaningOfLevel(voice),
    ],
  }
}

function headline(voice: ChangeVoice, subject: Phrase, up: boolean): Phrase {
  const part = voice.raw('best_part')
  if (part !== null && part >= 0.5)
    return say`${voice.category('best')} accounts for most of the ${noun(up)} in ${subject}`
  return say`${subject} ${verb(up)} from ${voice.period(voice.detail('from'))} to ${voice.period(voice.detail('to'))}`
}

function subjectOf(voice: ChangeVoice): Phrase {
  if (voice.detail('measure') === null) return say`the number of ${voice.rowNoun.many}`
  const measure = voice.column('measure')
  switch (voice.detail('form')) {
    case 'total':
      return voice.raw('n') === voice.raw('periods') ? measure : totalOf(voice)
    case 'level':
      return voice.detail('aggregate') === 'mean' ? say`combined ${voice.column('measure')}` : totalOf(voice)
    case 'rate':
      return say`overall ${measure} (${voice.column('numerator')} by ${voice.column('denominator')})`
    default:
      return voice.raw('n') === voice.raw('periods') ? measure : averageOf(voice)
  }
}

function verb(up: boolean): string {
  return up ? 'rose' : 'fell'
}

function noun(up: boolean): string {
  return up ? 'rise' : 'fall'
}

/** ` (+18.3%)`, ` (3.8 times as much)`, or the difference where neither means anything. */
function byHowMuch(voice: ChangeVoice): Phrase {
  const [share, times] = [voice.raw('change_share'), voice.raw('times')]
  if (times !== null && times >= 2) return say` (${voice.number('times')} times as much)`
  if (share !== null) return say` (${signed(voice, 'change_share', { kind: 'percent' })})`
  return say` (${signed(voice, 'change', differenceFormOf(voice))})`
}

function signed(
  voice: ChangeVoice,
  name: 'change' | 'change_share' | 'step_change' | 'step_share' | 'before_share' | 'before_change',
  form: ReturnType<typeof formOf>,
): Phrase {
  return say`${(voice.raw(name) ?? 0) > 0 ? '+' : ''}${voice.number(name, form)}`
}

/** `, most of it from 2008 to 2009`; `, though it fell by 4.4% from 2008 to 2009`. */
function largestStep(voice: ChangeVoice, up: boolean): Phrase {
  const [step, whole] = [voice.raw('step_change'), voice.raw('change')]
  if (step === null || whole === null || whole === 0) return nothing
  const span = say`from ${voice.period(voice.detail('step_from'))} to ${voice.period(voice.detail('step_to'))}`
  const size =
    voice.raw('step_share') === null
      ? voice.size('step_change', differenceFormOf(voice))
      : voice.size('step_share', { kind: 'percent' })
  if (step * whole < 0) return say`, though it ${verb(!up)} by ${size} ${span}`
  return step / whole <= 1 ? say`, most of it ${span}` : say`, with a ${noun(up)} of ${size} ${span} alone`
}

function account(voice: ChangeVoice, up: boolean): Phrase {
  if (voice.raw('mix') !== null) return mix(voice, up)
  if (voice.raw('entities') !== null) return directions(voice, up)
  return voice.raw('best_part') === null ? nothing : contribution(voice, up)
}

/** `; East accounts for 93% of the rise (650 of 696)`. */
function contribution(voice: ChangeVoice, up: boolean): Phrase {
  const form = differenceFormOf(voice)
  const best = voice.category('best')
  const own = voice.size('best_change', form)
  if ((voice.raw('best_part') ?? 0) > 1) {
    return say`; ${best} alone ${verb(up)} by ${own}, against ${voice.size('change', form)} of all together`
  }
  const part = voice.number('best_part', { kind: 'percent' })
  return say`; ${best} accounts for ${part} of the ${noun(up)} (${own} of ${voice.size('change', form)})`
}

/** What is left of the change without the named group. */
function othersOf(voice: ChangeVoice): Phrase {
  const rest = voice.raw('rest_change')
  if (rest === null) return nothing
  if (rest === 0) return say`all the others together did not change`
  return say`all the others together ${verb(rest > 0)} by ${voice.size('rest_change', differenceFormOf(voice))}`
}

/** `; the changed mix of device accounts for 93% of the fall`. */
function mix(voice: ChangeVoice, up: boolean): Phrase {
  const dimension = voice.column('dimension')
  if ((voice.raw('mix_part') ?? 0) <= 1) {
    return say`; the changed mix of ${dimension} accounts for ${voice.number('mix_part', { kind: 'percent' })} of the ${noun(up)}`
  }
  return say`; the changed mix of ${dimension} accounts for all of the ${noun(up)} and more`
}

/** `; it rose in 61 of 62 countries and fell in South Africa (from 49.9 to 49)`. */
function directions(voice: ChangeVoice, up: boolean): Phrase {
  const agreeing = up ? 'up' : 'down'
  const nouns = nounsOf(voice)
  if (voice.raw(agreeing) === voice.raw('entities')) {
    return say`; it ${verb(up)} in all ${voice.number('entities', { kind: 'count' })} ${nouns}`
  }
  const most = say`; it ${verb(up)} in ${voice.number(agreeing, { kind: 'count' })} of ${voice.number('entities', { kind: 'count' })} ${nouns}`
  if (voice.detail('best') === null) return most
  const form = formOfBoth(voice, 'best_first', 'best_last')
  const best = say`${voice.category('best')} (from ${voice.number('best_first', form)} to ${voice.number('best_last', form)})`
  const others = (['second', 'third'] as const).filter((name) => voice.detail(name) !== null)
  return say`${most} and ${verb(!up)} in ${listed([best, ...others.map((name) => voice.category(name))])}`
}

/** What the values of the dimension are, more than one of them: `countries`. */
function nounsOf(voice: ChangeVoice): Phrase {
  const dimension = voice.column('dimension')
  return { ...dimension, text: plural(2, dimension.text), names: [{ start: 0, end: plural(2, dimension.text).length }] }
}

/** The last period against the one before it, where the comparison reaches further back. */
function againstBefore(voice: ChangeVoice): Phrase {
  const change = voice.raw('before_change')
  if (change === null) return nothing
  const period = voice.period(voice.detail('before'))
  const value = voice.number('before', formOfBoth(voice, 'before', 'last'))
  if (change === 0) return say`against ${period} it did not change (${value})`
  const size =
    voice.raw('before_share') === null
      ? voice.size('before_change', differenceFormOf(voice))
      : voice.size('before_share', { kind: 'percent' })
  return say`against ${period} (${value}) it ${verb(change > 0)} by ${size}`
}

/** `581 on average over the first 9 years to 578 over the last 9, from 1875 to 1972`. */
function endMeans(voice: ChangeVoice, form: ReturnType<typeof formOf>): Phrase {
  const over = say`the first ${voice.counted('window', voice.grain)} to ${voice.number('last', form)} over the last ${voice.number('window', { kind: 'count' })}`
  return say`${voice.number('first', form)} on average over ${over}, from ${voice.period(voice.detail('from'))} to ${voice.period(voice.detail('to'))}`
}

/** The last period against the same one a year before, in which the season was the same. */
function againstYearBefore(voice: ChangeVoice): Phrase {
  const change = voice.raw('year_before_change')
  if (change === null || change === 0) return nothing
  const size =
    voice.raw('year_before_share') === null
      ? voice.size('year_before_change', differenceFormOf(voice))
      : voice.size('year_before_share', { kind: 'percent' })
  return say`against ${voice.period(voice.detail('year_before'))}, a year before (${voice.number('year_before', formOfBoth(voice, 'year_before', 'last'))}), it ${verb(change > 0)} by ${size}`
}

/** What a level is, where a period holds several times. */
function meaningOfLevel(voice: ChangeVoice): Phrase {
  if (voice.detail('form') !== 'level' || voice.detail('aggregate') !== 'mean') return nothing
  return say`combined means the sum over all rows of one time, averaged over the times of the ${voice.grain}`
}

/** What is left of the change once the mix is taken out. */
function ownAverages(voice: ChangeVoice): Phrase {
  const own = voice.raw('own_rates')
  if (own === null) return nothing
  const form = differenceFormOf(voice)
  return say`of the ${noun(voice.draft.direction === 'up')} of ${voice.size('change', form)}, ${voice.number('mix', form)} goes with how the rows are spread over ${voice.column('dimension')}, and ${voice.number('own_rates', form)} with the groups' own values`
}

function mover(voice: ChangeVoice): ReturnType<Say<typeof names>> {
  const measure = voice.column('measure')
  const best = voice.category('best')
  const up = voice.draft.direction === 'up'
  const form = formOfBoth(voice, 'first', 'last')
  const [from, to] = [voice.detail('from'), voice.detail('to')]
  const entities = say`${voice.number('entities', { kind: 'count' })} ${nounsOf(voice)}`
  const agreeing = up ? 'up' : 'down'
  const others =
    voice.raw(agreeing) === voice.raw('entities')
      ? say`all ${entities}`
      : say`${voice.number(agreeing, { kind: 'count' })} of ${entities}`
  return {
    headline: say`${measure} ${verb(up)} most for ${best}`,
    claim: say`${measure} ${verb(up)} most for ${best}: from ${voice.number('first', form)} ${voice.when(from)} to ${voice.number('last', form)} ${voice.when(to)}${byHowMuch(voice)}; it ${verb(up)} for ${others} followed from the first ${voice.grain} to the last (${voice.counted('n', 'row')})`,
    support: [],
  }
}
