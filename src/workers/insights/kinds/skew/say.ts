/** A long tail on one side: the mean against the median. */
import { ofRows } from '../../words/bases.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const saySkew: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = voice.form('measure')
  const head = { measure: voice.column('measure'), upper: voice.text('tail') === 'upper' }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      mean: voice.number('mean', form),
      median: voice.number('median', form),
      share: voice.number('share_on_side', { kind: 'percent' }),
      rows: ofRows(voice, voice.rows('n')),
    }),
    support: [said.support({ upper: head.upper, from: voice.number('tail_from', form) })],
  }
}
