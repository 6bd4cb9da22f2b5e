/** Values on round last digits, or on an end of their range. */
import { named, say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayHeaping: Say<typeof names> = (voice) => {
  const measure = voice.column('measure')
  const share = say`${voice.number('share', { kind: 'percent' })} of ${voice.counted('n', 'value')} of ${measure}`
  if (voice.detail('end') !== null) {
    const end = voice.text('end')
    const value = named(String(voice.draft.location).replace('-', '−'))
    return {
      headline: say`many values of ${measure} are the ${end} there is`,
      claim: say`${share} (${voice.number('rows', { kind: 'count' })}) are ${value}, the ${end} there is, and few lie close to it: the scale may be cut off there`,
      support: [say`where a scale is cut off, averages and spreads come out too small`],
    }
  }
  const digits = named(voice.text('digits'))
  return {
    headline: say`values of ${measure} pile up on round numbers`,
    claim: say`${share} end in ${digits}, where ${voice.number('expected_share', { kind: 'percent' })} would if no digit were preferred: many look rounded`,
    support: [say`rounded values hide small differences and make steps where there are none`],
  }
}
