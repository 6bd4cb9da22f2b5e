/** Values of a measure that are of two or three kinds. */
import { listed, type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayMultimodal: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const two = voice.raw('parts') === 2
  const verb = { plain: 'are', tends: 'seem to be', may: 'may be' }[voice.strength]
  const kinds = two ? 'of two kinds' : 'of three kinds'
  const gather = { plain: 'gather', tends: 'tend to gather', may: 'may gather' }[voice.strength]
  return {
    headline: say`values of ${measure} ${verb} ${kinds}`,
    claim: voice.choose(
      'claim',
      say`values of ${measure} ${verb} ${kinds}: ${partsOf(voice)} (${voice.counted('n', 'value')})`,
      say`values of ${measure} ${gather} in ${two ? 'two' : 'three'} places: ${partsOf(voice)} (${voice.counted('n', 'value')})`,
    ),
    support: [
      say`between them values are rare, ${voice.number('valley_depth', { kind: 'percent' })} fewer than about the ${two ? 'lower' : 'lowest'} peak, so that an average of all describes neither`,
    ],
  }
}

function partsOf(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  const part = (
    share: 'low_share' | 'middle_share' | 'high_share',
    place: 'low_place' | 'middle_place' | 'high_place',
  ) => say`${voice.number(share, { kind: 'percent' })} around ${voice.number(place, form)}`
  const middle = voice.raw('middle_place') === null ? [] : [part('middle_share', 'middle_place')]
  return listed([part('low_share', 'low_place'), ...middle, part('high_share', 'high_place')])
}
