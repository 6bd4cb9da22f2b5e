/** Which columns predict a measure best, and how well. */
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

const percent = { kind: 'percent' } as const

export const sayKeyDrivers: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    measure: voice.column('measure'),
    first: voice.column('first'),
    second: voice.column('second'),
    strength: voice.strength,
  }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      columns: voice.count('columns'),
      explained: voice.number('explained', percent),
      heldOut: voice.rows('held_out'),
      n: voice.number('n', { kind: 'count' }),
    }),
    support: [
      said.importance({
        ...head,
        firstImportance: voice.number('first_importance', percent),
        secondImportance: voice.number('second_importance', percent),
      }),
      said.notWhy,
    ],
  }
}
