import { named, say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const saySentinel: Say<typeof names> = (voice) => {
  const column = voice.column('column')
  // Written as in the data, not grouped or rounded like a quantity: it is a name for “missing”.
  const code = named(voice.text('code').replace('-', '−'))
  const counts = say`${voice.number('count', { kind: 'count' })} of ${voice.counted('n', 'value')}`
  return {
    headline: say`${column} holds a value that looks like a code for “missing”`,
    claim: say`${counts} of ${column} are ${code}, far from the next, ${voice.number('nearest', { kind: 'value' })}: probably a code for “missing”, and left out elsewhere`,
    support: [say`averages, ranges and relationships are those of the other values`],
  }
}
