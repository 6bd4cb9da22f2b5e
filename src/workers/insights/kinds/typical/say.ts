/** What is usual: the middle half of a measure, the commonest category of a dimension, how often something happens. */
import { outcomePhrase } from '../../words/outcome.ts'
import { type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say, Wording } from '../../words/wording.ts'
import type { names } from './names.ts'

/** Below this many rows a percentage would say more than is known. */
const fewestForPercent = 30

export const sayTypical: Say<typeof names> = (voice) => {
  if (voice.detail('measure') !== null) return sayMiddle(voice)
  return voice.detail('outcome') === true ? sayHowOften(voice) : sayCommonest(voice)
}

function sayHowOften(voice: Voice<typeof names>): Wording {
  const { verb, state, noun } = outcomePhrase(voice.text('dimension'), voice.text('best'))
  const few = isFew(voice)
  const count = voice.number('top', { kind: 'count' })
  const rows = voice.counted('n', 'row')
  const part = few ? say`${count} of ${rows}` : say`${voice.number('share', { kind: 'percent' })} of ${rows}`
  const after = few ? say`` : say` (${count})`
  const claim =
    verb !== null
      ? say`${part} ${verb}${after}`
      : state !== null
        ? say`${part} were ${state}${after}`
        : say`${noun} applies to ${part}${after}`
  return { headline: say`how often ${noun} occurs`, claim, support: [] }
}

function sayMiddle(voice: Voice<typeof names>): Wording {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const middle = voice.number('middle', form)
  const half = say`half of ${voice.counted('n', 'row')} lie between ${voice.number('lower', form)} and ${voice.number('upper', form)}`
  return {
    headline: say`the middle and the spread of ${measure}`,
    claim: voice.choose(
      'claim',
      say`${measure} is typically ${middle}: ${half}`,
      say`the middle value of ${measure} is ${middle}, and ${half}`,
    ),
    support: [],
  }
}

function sayCommonest(voice: Voice<typeof names>): Wording {
  const best = voice.category('best')
  const dimension = voice.column('dimension')
  return {
    headline: say`${best} is the most common ${dimension}`,
    claim: say`${best} is the most common ${dimension}, in ${howMany(voice)}`,
    support:
      voice.raw('groups') === 2
        ? [say`the others are ${voice.category('runner_up')}`]
        : [say`${dimension} has ${voice.counted('groups', 'category')} in all`],
  }
}

function howMany(voice: Voice<typeof names>): Phrase {
  const counts = say`${voice.number('top', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  if (isFew(voice)) return counts
  return say`${voice.number('share', { kind: 'percent' })} of ${voice.counted('n', 'row')} (${voice.number('top', { kind: 'count' })})`
}

function isFew(voice: Voice<typeof names>): boolean {
  return (voice.raw('n') ?? 0) < fewestForPercent
}
