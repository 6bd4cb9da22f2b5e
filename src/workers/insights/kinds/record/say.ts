/** The highest and the lowest period. */
import { behind } from '../../words/bases.ts'
import { baseOf, formOfBoth, subjectOf } from '../../words/series.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayRecord: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const form = formOfBoth(voice, 'highest', 'lowest')
  const head = { subject: subjectOf(voice), when: voice.when(voice.detail('highest_period')) }
  return {
    headline: said.headline(head),
    claim: voice.oneOf('claim', said.claim, {
      ...head,
      high: voice.number('highest', form),
      low: voice.number('lowest', form),
      // A value that many periods share is no day's own: a year of dry months has no driest.
      whenLow:
        voice.raw('lowest_ties') === 1
          ? voice.when(voice.detail('lowest_period'))
          : said.inPeriods({ periods: voice.periods('lowest_ties') }),
      base: behind(baseOf(voice)),
    }),
    support: [said.mean({ grain: voice.ofGrain, mean: voice.number('mean', form) })],
  }
}
