/** Values of a measure that are of two or three kinds. */
import type { Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayMultimodal: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = { measure: voice.column('measure'), two: voice.raw('parts') === 2, strength: voice.strength }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, { ...head, parts: partsOf(voice), n: voice.count('n') }),
    support: [said.support({ two: head.two, depth: voice.number('valley_depth', { kind: 'percent' }) })],
  }
}

function partsOf(voice: Voice<typeof names>): Phrase {
  const form = voice.form('measure')
  const part = (
    share: 'low_share' | 'middle_share' | 'high_share',
    place: 'low_place' | 'middle_place' | 'high_place',
  ) =>
    words.in(voice.language).part({
      share: voice.number(share, { kind: 'percent' }),
      place: voice.number(place, form),
    })
  const middle = voice.raw('middle_place') === null ? [] : [part('middle_share', 'middle_place')]
  return voice.listed([part('low_share', 'low_place'), ...middle, part('high_share', 'high_place')])
}
