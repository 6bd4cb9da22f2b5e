/** Numbers of the method record and of the tables' own description: each its own text, for words to agree with. */
import { formatNumber } from '../../shared/format/numbers.ts'
import { type CountedPhrase, named } from '../insights/words/phrase.ts'

export function recorded(count: number): CountedPhrase {
  return { ...named(formatNumber(count, { kind: 'count' })), count }
}
