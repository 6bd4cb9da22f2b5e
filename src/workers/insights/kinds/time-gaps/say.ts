import { nothing } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayTimeGaps: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const [from, to] = [voice.period(voice.detail('from')), voice.period(voice.detail('to'))]
  return {
    headline: said.headline({ from, to }),
    claim: said.claim({
      longest: voice.periods('longest'),
      from,
      to,
      others:
        voice.raw('missing') === voice.raw('longest')
          ? nothing
          : said.others({
              missing: voice.periods('missing'),
              periods: voice.number('periods', { kind: 'count' }),
            }),
      rows: voice.rows('n'),
    }),
    support: [],
  }
}
