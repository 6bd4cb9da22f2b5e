import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayConstant: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const all = voice.raw('top_count') === voice.raw('n')
  const given = { column: voice.column('column'), value: voice.category('value'), rows: voice.rows('n') }
  return {
    headline: said.headline({ ...given, all }),
    claim: all
      ? said.claimOfAll(given)
      : said.claim({
          ...given,
          top: voice.number('top_count', { kind: 'count' }),
          share: voice.number('share', { kind: 'percent' }),
        }),
    support: [],
  }
}
