/** Two columns that say the same thing. */
import { say } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

export const sayDerivedColumn: Say<typeof names> = (voice) => {
  const both = say`${voice.column('first')} and ${voice.column('second')}`
  return {
    headline: say`${both} say nearly the same thing`,
    claim: say`${both} move in lockstep (correlation ${voice.number('pearson', { kind: 'value' })} over ${voice.counted('n', 'row')}), so one seems to be made from the other`,
    support: [say`a pattern between them is not reported as a finding`],
  }
}
