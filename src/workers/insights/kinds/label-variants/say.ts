/** Labels that look like other spellings of one. */
import { named, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayLabelVariants: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const dimension = voice.column('dimension')
  const given = {
    dimension,
    variant: quoted(voice, 'variant'),
    variantRows: voice.rows('variant_rows'),
    common: quoted(voice, 'common'),
    commonRows: voice.number('common_rows', { kind: 'count' }),
    rows: voice.rows('n'),
  }
  return {
    headline: said.headline({ dimension }),
    claim:
      voice.raw('variants') === 1
        ? said.claimOfOne(given)
        : said.claim({
            ...given,
            variants: voice.number('variants', { kind: 'count' }),
            changed: voice.number('rows', { kind: 'count' }),
          }),
    support: [said.support],
  }
}

/** In quotes, so that a space or a case that makes the difference is seen. */
function quoted(voice: Voice<typeof names>, name: 'variant' | 'common'): Phrase {
  const label = voice.text(name)
  const shown = label.length > 60 ? `${label.slice(0, 59).replace(/\d+$/, '')}…` : label
  return words.in(voice.language).quoted({ label: named(shown) })
}
