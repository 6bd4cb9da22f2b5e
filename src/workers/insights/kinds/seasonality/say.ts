/** A pattern that repeats with the calendar: when it is high, when low, how much of the movement it makes up. */
import { named, type Phrase, say } from '../../words/phrase.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const saySeasonality: Say<typeof names> = (voice) => {
  const subject = subjectOf(voice)
  const form = formOfBoth(voice, 'peak_mean', 'trough_mean')
  const peak = phase(voice, 'peak')
  const trough = phase(voice, 'trough')
  const high = say`${peak} (${voice.number('peak_mean', form)} on average)`
  const low = say`${trough} (${voice.number('trough_mean', form)})`
  const repeats = verb(voice, 'followed', 'tended to follow', 'may follow')
  const peaked = verb(voice, 'stood', 'tended to stand', 'may stand')
  return {
    headline: say`${subject} ${verb(voice, 'peaked', 'tended to peak', 'may peak')} ${peak} ${everyCycle(voice)}`,
    claim: voice.choose(
      'claim',
      say`${subject} ${repeats} ${rhythm(voice)}: highest ${high}, lowest ${low} (${baseOf(voice)})`,
      say`${subject} ${peaked} highest ${high} and lowest ${low}, ${everyCycle(voice)} (${baseOf(voice)})`,
    ),
    support: [
      say`the pattern accounts for ${voice.number('strength', { kind: 'percent' })} of the movement around the trend, seen over ${voice.counted('cycles', 'full cycle')}`,
    ],
  }
}

function verb(voice: Voice<typeof names>, plain: string, tends: string, may: string): string {
  return { plain, tends, may }[voice.strength]
}

/** `in July`, `on Fridays`, `at 14:00`, `in phase 3`. */
function phase(voice: Voice<typeof names>, which: 'peak' | 'trough'): Phrase {
  const name = voice.text(which)
  if (/day$/.test(name)) return say`on ${named(`${name}s`)}`
  if (/^\d{1,2}:\d{2}$/.test(name)) return say`at ${named(name)}`
  if (/^\d+$/.test(name)) return say`in ${voice.grain} ${named(name)} of the cycle`
  return / /.test(name) ? say`in the ${named(name)}` : say`in ${named(name)}`
}

function rhythm(voice: Voice<typeof names>): Phrase {
  switch (voice.detail('cycle')) {
    case 'day':
      return say`a daily rhythm`
    case 'week':
      return say`a weekly rhythm`
    case 'year':
      return say`a yearly pattern`
    default:
      return say`a pattern that repeats every ${voice.counted('period', voice.grain)}`
  }
}

function everyCycle(voice: Voice<typeof names>): Phrase {
  const cycle = voice.detail('cycle')
  return typeof cycle === 'string' ? say`${cycle} after ${cycle}` : say`cycle after cycle`
}
