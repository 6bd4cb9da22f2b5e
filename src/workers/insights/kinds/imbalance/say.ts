/** A value that is rare beside the only other one. */
import { outcomePhrase } from '../../words/outcome.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayImbalance: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const subject =
    voice.detail('outcome') === true
      ? outcomePhrase(voice.text('dimension'), voice.text('rare_value'), voice.language).noun
      : said.subject({ dimension: voice.column('dimension'), rare: voice.category('rare_value') })
  return {
    headline: said.headline({ subject }),
    claim: said.claim({
      subject,
      rare: voice.number('rare', { kind: 'count' }),
      rows: voice.rows('n'),
      share: voice.number('share', { kind: 'percent' }),
      common: voice.category('common_value'),
    }),
    support: [],
  }
}
