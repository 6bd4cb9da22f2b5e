/** One period far from what trend and season let one expect. */
import { behind } from '../../words/bases.ts'
import { baseOf, differenceFormOf, formOf, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayTimeOutlier: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOf(voice)
  const above = (voice.raw('residual') ?? 0) >= 0
  const head = { subject: subjectOf(voice), strength: voice.strength, above, when: voice.when(voice.draft.location) }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      value: voice.number('value', form),
      expected: voice.number('expected', form),
      base: behind(baseOf(voice)),
    }),
    support: [said.support({ above, residual: voice.size('residual', differenceFormOf(voice)), z: voice.size('z') })],
  }
}
