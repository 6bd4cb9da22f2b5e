/** Something that happens more often, or less, in one group than in the rest: both shares, and what each is of. */

import { outcomePhrase } from '../../words/outcome.ts'
import { join, type Phrase, say } from '../../words/phrase.ts'
import { intervalName } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

type RateVoice = Voice<typeof names>

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30
const percent = { kind: 'percent' } as const

export const sayRateDifference: Say<typeof names> = (voice) => {
  const head = headOf(voice)
  return {
    headline: head,
    claim: say`${head}: ${shares(voice)}${overall(voice)}`,
    support: [gap(voice), ...otherEnd(voice)],
  }
}

/** With two groups, the rest is the other one. */
function isPair(voice: RateVoice): boolean {
  return (voice.raw('groups') ?? 0) <= 2
}

function phraseOf(voice: RateVoice) {
  return outcomePhrase(voice.text('outcome'), voice.text('outcome_value'))
}

/** What was counted is said as it was; a verb that is hedged would speak of what was not. */
function isTold(voice: RateVoice): boolean {
  return phraseOf(voice).verb !== null && voice.strength === 'plain'
}

function headOf(voice: RateVoice): Phrase {
  const { verb, noun } = phraseOf(voice)
  const dimension = voice.column('dimension')
  const best = voice.category('best')
  const higher = voice.draft.direction !== 'lower'
  if (verb !== null && isTold(voice)) {
    return isPair(voice)
      ? say`by ${dimension}, ${best} ${verb} ${higher ? 'more' : 'less'} often than ${voice.category('worst')}`
      : say`by ${dimension}, ${best} ${verb} ${higher ? 'most' : 'least'} often`
  }
  const is = { plain: 'is', tends: 'tends to be', may: 'may be' }[voice.strength]
  const degree = isPair(voice) ? (higher ? 'more' : 'less') : higher ? 'most' : 'least'
  return say`${noun} ${is} ${degree} common where ${dimension} is ${best}`
}

function shares(voice: RateVoice): Phrase {
  const own = isFew(voice, 'best_n')
    ? say`${voice.number('best_hits', { kind: 'count' })} of ${voice.counted('best_n', 'row')}`
    : say`${voice.number('best_rate', percent)} of ${voice.counted('best_n', 'row')}`
  const rows = voice.number('rest_n', { kind: 'count' })
  const whole =
    isPair(voice) && !isTold(voice) ? say`${rows} where it is ${voice.category('worst')}` : say`the other ${rows}`
  const others = isFew(voice, 'rest_n')
    ? voice.number('rest_hits', { kind: 'count' })
    : voice.number('rest_rate', percent)
  return say`${own}, against ${others} of ${whole}`
}

function isFew(voice: RateVoice, rows: 'best_n' | 'rest_n'): boolean {
  return (voice.raw(rows) ?? 0) < fewestForPercent
}

function overall(voice: RateVoice): Phrase {
  const rows = voice.number('n', { kind: 'count' })
  return (voice.raw('n') ?? 0) < fewestForPercent
    ? say` (${rows} in all)`
    : say` (overall ${voice.number('overall_rate', percent)} of ${rows})`
}

function gap(voice: RateVoice): Phrase {
  const points = { kind: 'points' } as const
  const size = say`the gap is ${voice.size('difference', points)} (${intervalName}: ${ends(voice)})`
  const ratio = voice.raw('ratio')
  return ratio === null || ratio < 1.05 ? size : say`${size}, one share being ${voice.number('ratio')} times the other`
}

/** The ends of the interval, the nearer to none first, both without the sign that the words already say. */
function ends(voice: RateVoice): Phrase {
  const points = { kind: 'points' } as const
  const order =
    voice.draft.direction === 'lower'
      ? (['difference_high', 'difference_low'] as const)
      : (['difference_low', 'difference_high'] as const)
  return join(
    order.map((name) => voice.size(name, points)),
    ' to ',
  )
}

function otherEnd(voice: RateVoice): Phrase[] {
  if (isPair(voice)) return []
  return [say`at the other end is ${voice.category('worst')} with ${voice.number('worst_rate', percent)}`]
}
