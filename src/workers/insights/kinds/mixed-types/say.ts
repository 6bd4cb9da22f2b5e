/** Texts among numbers or dates: how many, and what they look like. */
import { inBrackets, named, nothing } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayMixedTypes: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('column')
  const few = (voice.raw('n') ?? 0) < 30
  const examples = voice.text('examples')
  return {
    headline: said.headline({ column }),
    claim: said.claim({
      column,
      count: voice.count('count'),
      n: voice.count('n'),
      share: few ? nothing : inBrackets(voice.number('share', { kind: 'percent' })),
      kind: voice.option('kind'),
      examples: examples === '' ? nothing : said.examples({ examples: named(examples) }),
    }),
    support: [voice.detail('read') === true ? said.leftEmpty : said.allText],
  }
}
