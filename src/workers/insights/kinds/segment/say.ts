/** Where two conditions hold at once, and what is otherwise there than elsewhere, with what either condition alone has. */
import { formOfDifference, type NumberForm } from '../../../../shared/format/numbers.ts'
import { outcomePhrase } from '../../words/outcome.ts'
import { type Phrase, say } from '../../words/phrase.ts'
import { averageOf, intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type Own = Voice<typeof names>

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30
const percent = { kind: 'percent' } as const
const count = { kind: 'count' } as const

export const saySegment: Say<typeof names> = (voice) => {
  const where = say`where ${condition(voice, 'first')} and ${condition(voice, 'second')}`
  const support = [either(voice), confirmed(voice)]
  if (voice.detail('measure') !== null) {
    const head = say`${meanHead(voice, averageOf(voice))} ${where}`
    return {
      headline: say`${meanHead(voice, voice.column('measure'))} ${roughly(voice)}`,
      claim: say`${head}: ${means(voice)}`,
      support,
    }
  }
  const { verb } = outcomePhrase(voice.text('outcome'), voice.text('outcome_value'))
  const { own, others } = rates(voice)
  if (verb === null) {
    const head = say`${rateHead(voice)} ${where}`
    return {
      headline: say`${rateHead(voice)} ${roughly(voice)}`,
      claim: say`${head}: ${own}, against ${others}`,
      support,
    }
  }
  const head = say`${verb} ${voice.draft.direction === 'lower' ? 'less' : 'more'} often ${roughly(voice)}`
  return { headline: head, claim: say`${where}, ${own} ${verb}, against ${others}`, support }
}

function meanHead(voice: Own, subject: Phrase): Phrase {
  const is = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  return say`${subject} ${is} ${voice.draft.direction === 'lower' ? 'lower' : 'higher'}`
}

function rateHead(voice: Own): Phrase {
  const is = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  const { noun } = outcomePhrase(voice.text('outcome'), voice.text('outcome_value'))
  return say`${noun} ${is} ${voice.draft.direction === 'lower' ? 'less' : 'more'} common`
}

/** Both conditions without a number: `where branch is Ash and age low`. */
function roughly(voice: Own): Phrase {
  const value = (which: 'first' | 'second'): Phrase => {
    if (voice.detail(`${which}_value`) !== null) return voice.category(`${which}_value`)
    const [from, below] = [voice.raw(`${which}_from`), voice.raw(`${which}_below`)]
    return from === null ? say`low` : below === null ? say`high` : say`middling`
  }
  return say`where ${voice.column('first')} is ${value('first')} and ${voice.column('second')} ${value('second')}`
}

/** `branch is Ash`, `age is below 30`, `weight is from 56 to below 64`. */
function condition(voice: Own, which: 'first' | 'second'): Phrase {
  const column = voice.column(which)
  if (voice.detail(`${which}_value`) !== null) return say`${column} is ${voice.category(`${which}_value`)}`
  const form: NumberForm = voice.form(which).kind === 'number' ? { kind: 'value' } : voice.form(which)
  const [from, below] = [voice.raw(`${which}_from`), voice.raw(`${which}_below`)]
  if (from === null) return say`${column} is below ${voice.number(`${which}_below`, form)}`
  if (below === null) return say`${column} is ${voice.number(`${which}_from`, form)} or more`
  return say`${column} is from ${voice.number(`${which}_from`, form)} to below ${voice.number(`${which}_below`, form)}`
}

function means(voice: Own): Phrase {
  const form = voice.form('measure')
  return say`${voice.number('inside', form)}, against ${voice.number('rest', form)} in all other ${voice.rowNoun.many} (${voice.number('inside_n', count)} of ${voice.counted('n', 'row')})`
}

function rates(voice: Own): { readonly own: Phrase; readonly others: Phrase } {
  const isFew = (name: 'inside_n' | 'rest_n'): boolean => (voice.raw(name) ?? 0) < fewestForPercent
  const own = isFew('inside_n')
    ? say`${voice.number('inside_hits', count)} of ${voice.counted('inside_n', 'row')}`
    : say`${voice.number('inside', percent)} of ${voice.counted('inside_n', 'row')}`
  const others = isFew('rest_n') ? voice.number('rest_hits', count) : voice.number('rest', percent)
  const whole = voice.number('n', count)
  const overall =
    (voice.raw('n') ?? 0) < fewestForPercent
      ? say`in all ${whole}`
      : say`overall ${voice.number('overall', percent)} of ${whole}`
  return { own, others: say`${others} of the other ${voice.number('rest_n', count)} (${overall})` }
}

/** What rows have that meet one condition only: neither alone tells it. */
function either(voice: Own): Phrase {
  const form = voice.detail('measure') === null ? percent : voice.form('measure')
  const one = say`${voice.number('first_only', form)} where only ${condition(voice, 'first')}`
  const other = say`${voice.number('second_only', form)} where only ${condition(voice, 'second')}`
  const neither = say`${voice.number('neither', form)} where neither holds`
  return voice.detail('alone') === true
    ? say`neither condition tells it alone: it is ${one}, ${other} and ${neither}`
    : say`it is ${one}, ${other} and ${neither}`
}

function confirmed(voice: Own): Phrase {
  const rate = voice.detail('measure') === null
  const form = rate ? percent : voice.form('measure')
  const gap: NumberForm = rate ? { kind: 'points' } : formOfDifference(voice.form('measure'))
  const ends =
    voice.draft.direction === 'lower'
      ? say`${voice.size('difference_high', gap)} to ${voice.size('difference_low', gap)}`
      : say`${voice.size('difference_low', gap)} to ${voice.size('difference_high', gap)}`
  return say`it was found on one half of the rows and holds on the other: ${voice.number('checked_inside', form)} against ${voice.number('checked_rest', form)} (the gap's ${intervalName}: ${ends})`
}
