import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayDuplicates: Say<typeof names> = (voice) => {
  const repeat = voice.raw('duplicates') === 1 ? 'repeats' : 'repeat'
  const counts = say`${voice.number('duplicates', { kind: 'count' })} of ${voice.counted('n', 'row')}`
  const share = (voice.raw('n') ?? 0) < 30 ? say`` : say` (${voice.number('share', { kind: 'percent' })})`
  return {
    headline: say`some rows are repeated in full`,
    claim: say`${counts}${share} ${repeat} an earlier row in every column`,
    support: [say`they are counted as they stand; if they are copies, totals and counts are too high by them`],
  }
}
