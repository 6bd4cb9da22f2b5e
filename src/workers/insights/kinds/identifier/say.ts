import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayIdentifier: Say<typeof names> = (voice) => {
  const column = voice.column('column')
  return {
    headline: say`${column} names the rows`,
    claim: say`${column} has ${voice.counted('distinct', 'different value')} in ${voice.counted('n', 'row')}, so it is read as a name for the row and neither summed nor compared`,
    support: [],
  }
}
