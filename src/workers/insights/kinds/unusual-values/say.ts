/** A few values far from all others: unusual, which is not to say wrong. */
import { formatNumber, type NumberForm } from '../../../../shared/format/numbers.ts'
import { nothing, type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

const inFull = { kind: 'value' } as const

export const sayUnusualValues: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const form = voice.form('measure')
  const exact = form.kind === 'number' ? inFull : form
  const one = voice.raw('count') === 1
  const outside = beyond(voice)
  const extreme = say`${voice.number('most_extreme', exact)}${tiesOf(voice)}`
  return {
    headline: one
      ? say`one value of ${measure} is far from the rest`
      : say`a few values of ${measure} are far from the rest`,
    claim: one
      ? voice.choose(
          'claim',
          say`one value of ${measure}, ${extreme}, lies ${outside} (${voice.counted('n', 'value')})`,
          say`${measure} has one value ${outside}: ${extreme} (${voice.counted('n', 'value')})`,
        )
      : voice.choose(
          'claim',
          say`${howMany(voice)} of ${measure} lie ${outside}; the furthest is ${extreme}`,
          say`${howMany(voice)} of ${measure} lie ${outside}, ${extreme} furthest of all`,
        ),
    support: [
      say`the median is ${voice.number('median', form)}; unusual values are worth a look, not necessarily errors`,
    ],
  }
}

/** Where several rows share the furthest value, that is said. */
function tiesOf(voice: Voice<typeof names>): Phrase {
  const [ties, count] = [voice.raw('ties') ?? 1, voice.raw('count') ?? 0]
  return ties > 1 && count > ties ? say` (in ${voice.counted('ties', 'row')})` : nothing
}

function howMany(voice: Voice<typeof names>): Phrase {
  const counts = say`${voice.number('count', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  return (voice.raw('n') ?? 0) < 30 ? counts : say`${counts} (${voice.number('share', { kind: 'percent' })})`
}

/** Only the limits that some value passes are named: a lower limit under the least value would only puzzle. */
function beyond(voice: Voice<typeof names>): Phrase {
  const low = limit(voice, 'lowest_usual', 'nearest_below')
  const high = limit(voice, 'highest_usual', 'nearest_above')
  const [below, above] = [voice.raw('below') ?? 0, voice.raw('above') ?? 0]
  if (below === 0) return say`above the usual limit of ${high}`
  if (above === 0) return say`below the usual limit of ${low}`
  return say`outside the usual range of ${low} to ${high} (${voice.number('below', { kind: 'count' })} below, ${voice.number('above', { kind: 'count' })} above)`
}

/** Short, unless rounding would put the limit beyond a value that passes it. */
function limit(
  voice: Voice<typeof names>,
  name: 'lowest_usual' | 'highest_usual',
  nearest: 'nearest_below' | 'nearest_above',
): Phrase {
  const form: NumberForm = voice.form('measure')
  const [at, passing] = [voice.raw(name), voice.raw(nearest)]
  const near = at !== null && passing !== null && Math.abs(passing - at) < 0.01 * Math.abs(at)
  const alike = passing !== null && formatNumber(passing, form) === formatNumber(at, form)
  return voice.number(name, form.kind === 'number' && (near || alike) ? inFull : form)
}
