/** The last period against what those before it let one expect. */
import { differenceFormOf, formOfBoth, intervalOf, sizeOf, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayLatest: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'value', 'expected')
  const head = {
    subject: subjectOf(voice),
    strength: voice.strength,
    side: (voice.raw('residual') ?? 0) > 0 ? 'above' : 'below',
    when: voice.when(voice.draft.location),
    grain: voice.ofGrain,
  }
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      value: voice.number('value', form),
      expected: voice.number('expected', form),
      interval: intervalOf(voice),
      low: voice.number('low', form),
      high: voice.number('high', form),
      size: sizeOf(voice),
    }),
    support: [
      said.support({ ...head, residual: voice.size('residual', differenceFormOf(voice)), z: voice.size('z') }),
      ...(voice.detail('cut') === true ? [said.cut] : []),
    ],
  }
}
