import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayIdentifier: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('column')
  return {
    headline: said.headline({ column }),
    claim: said.claim({ column, distinct: voice.count('distinct'), rows: voice.rows('n') }),
    support: [],
  }
}
