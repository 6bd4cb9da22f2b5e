/** Two categories that occur together more, or less, than the whole lets one expect. */
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayAssociation: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    first: voice.column('first'),
    second: voice.column('second'),
    here: voice.category('first_value'),
    there: voice.category('second_value'),
    strength: voice.strength,
    more: (voice.raw('share') ?? 0) >= (voice.raw('overall_share') ?? 0),
  }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      share: voice.number('share', { kind: 'percent' }),
      rows: voice.rows('first_rows'),
      overall: voice.number('overall_share', { kind: 'percent' }),
      n: voice.number('n', { kind: 'count' }),
    }),
    support: [said.support({ cell: voice.rows('cell'), v: voice.number('cramers_v') })],
  }
}
