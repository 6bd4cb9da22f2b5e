/** Two columns that say the same thing. */
import { say } from '../phrase.ts'
import type { Say } from './sentence.ts'

export const sayDerivedColumn: Say<'derived_column'> = (voice) => {
  const both = say`${voice.column('first')} and ${voice.column('second')}`
  return {
    headline: say`${both} say nearly the same thing`,
    claim: say`${both} move in lockstep (correlation ${voice.number('pearson', { kind: 'value' })} over ${voice.counted('n', 'row')}), so one seems to be made from the other`,
    support: [say`a pattern between them is not reported as a finding`],
  }
}
