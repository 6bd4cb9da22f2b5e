/** A few values far from all others: unusual, which is not to say wrong. */
import { type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayUnusualValues: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const exact = form.kind === 'number' ? ({ kind: 'value' } as const) : form
  const one = voice.raw('count') === 1
  const outside = beyond(voice)
  return {
    headline: one
      ? say`one value of ${measure} is far from the rest`
      : say`a few values of ${measure} are far from the rest`,
    claim: voice.choose(
      'claim',
      say`${howMany(voice)} of ${measure} ${one ? 'lies' : 'lie'} ${outside}; the furthest is ${voice.number('most_extreme', exact)}`,
      say`${measure} reaches ${voice.number('most_extreme', exact)}: ${howMany(voice)} ${one ? 'lies' : 'lie'} ${outside}`,
    ),
    support: [
      say`the median is ${voice.number('median', form)}; unusual values are worth a look, not necessarily errors`,
    ],
  }
}

function howMany(voice: Voice<typeof names>): Phrase {
  const counts = say`${voice.number('count', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  return (voice.raw('n') ?? 0) < 30 ? counts : say`${counts} (${voice.number('share', { kind: 'percent' })})`
}

/** Only the limits that some value passes are named: a lower limit under the least value would only puzzle. */
function beyond(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  const low = voice.number('lowest_usual', form)
  const high = voice.number('highest_usual', form)
  const { min, max } = voice.range('measure')
  if (min !== null && min >= (voice.raw('lowest_usual') ?? min)) return say`above the usual limit of ${high}`
  if (max !== null && max <= (voice.raw('highest_usual') ?? max)) return say`below the usual limit of ${low}`
  return say`outside the usual range of ${low} to ${high}`
}
