/** What holds over all rows and is the other way round among rows that are alike in a third column. */
import { formOfDifference } from '../../../../shared/format/numbers.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import { intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

export const sayReversal: Say<typeof names> = (voice) =>
  voice.detail('form') === 'ranks' ? sayCorrelation(voice) : sayDifference(voice)

function sayCorrelation(voice: Own) {
  const [first, second] = [voice.column('first'), voice.column('second')]
  const rises = voice.draft.direction === 'positive'
  const verb = (up: boolean) => verbOf(voice, up ? 'rise' : 'fall', up ? 'rises' : 'falls')
  const base = voice.counted('n', voice.detail('sampled') === true ? 'sampled row' : 'row')
  return {
    headline: say`${second} ${verb(rises)} with ${first} over all, and ${rises ? 'falls' : 'rises'} ${alikeIn(voice)}`,
    claim: say`over all ${base}, ${second} ${verb(rises)} with ${first} (rank correlation ${voice.number('overall')}), yet ${alikeIn(voice)} it ${verb(!rises)} (${voice.number('within')}; in ${levelsOf(voice)})`,
    support: [
      say`the ${intervalName} of the correlation ${heldSame(voice)} runs from ${voice.number('within_low')} to ${voice.number('within_high')}`,
    ],
  }
}

function sayDifference(voice: Own) {
  const subject = subjectOf(voice)
  const higher = voice.draft.direction !== 'lower'
  const group = voice.category('group')
  const than = voice.detail('rest') === null ? say`all others` : voice.category('rest')
  const more = (up: boolean): string => (up ? 'higher' : 'lower')
  const has = verbOf(voice, 'have', 'has')
  const form = formOf(voice)
  return {
    headline: say`by ${voice.column('first')}, the gap in ${voice.column('second')} turns round ${alikeIn(voice)}`,
    claim: say`by ${voice.column('first')}, ${group} ${has} a ${more(higher)} ${subject} than ${than} over all ${voice.counted('n', 'row')} (${voice.number('own', form)} against ${voice.number('other', form)}), yet ${alikeIn(voice)} a ${more(!higher)} one: in ${levelsOf(voice)}${exampleOf(voice, form)}`,
    support: [
      say`${heldSame(voice)}, the gap is ${voice.number('within', formOfDifference(form))} (${intervalName}: ${voice.number('within_low', formOfDifference(form))} to ${voice.number('within_high', formOfDifference(form))}), against ${voice.number('overall', formOfDifference(form))} over all`,
    ],
  }
}

function verbOf({ strength }: Own, bare: string, singular: string): string {
  return { plain: singular, tends: `tends to ${bare}`, may: `may ${bare}` }[strength]
}

/** `average weight`, or `share of “yes” in bought`. */
function subjectOf(voice: Own): Phrase {
  return voice.detail('form') === 'rates'
    ? say`share of ${outcomePhrase(voice.text('second'), voice.text('value')).noun}`
    : say`average ${voice.column('second')}`
}

function formOf(voice: Own) {
  return voice.detail('form') === 'rates' ? ({ kind: 'percent' } as const) : voice.form('second')
}

/** `within the same department`, or `among rows alike in weight`. */
function alikeIn(voice: Own): Phrase {
  return voice.detail('binned') === true
    ? say`among ${voice.rowNoun.many} alike in ${voice.column('control')}`
    : say`within the same ${voice.column('control')}`
}

function heldSame(voice: Own): Phrase {
  return say`with ${voice.column('control')} held the same`
}

/** `all 4 of them`, `5 of 6`. */
function levelsOf(voice: Own): Phrase {
  const kind = voice.detail('binned') === true ? say`ranges` : say`groups`
  return voice.raw('against') === voice.raw('levels')
    ? say`all ${voice.number('levels', { kind: 'count' })} ${kind}`
    : say`${voice.number('against', { kind: 'count' })} of ${voice.number('levels', { kind: 'count' })} ${kind}`
}

/** `, such as 62.1% against 82.4% in A`. */
function exampleOf(voice: Own, form: ReturnType<typeof formOf>): Phrase {
  if (voice.detail('level') === null || voice.raw('level_own') === null || voice.raw('level_other') === null) {
    return nothing
  }
  return say`, such as ${voice.number('level_own', form)} against ${voice.number('level_other', form)} in ${voice.category('level')}`
}
