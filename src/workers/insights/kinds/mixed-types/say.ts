/** Texts among numbers or dates: how many, and what they look like. */
import { quotedPhrase } from '../../words/categories.ts'
import { inBrackets, nothing, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayMixedTypes: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const column = voice.column('column')
  const few = (voice.raw('n') ?? 0) < 30
  const examples = examplesOf(voice)
  return {
    headline: said.headline({ column }),
    claim: said.claim({
      column,
      count: voice.count('count'),
      n: voice.count('n'),
      share: few ? nothing : inBrackets(voice.number('share', { kind: 'percent' })),
      kind: voice.option('kind'),
      examples: examples === nothing ? nothing : said.examples({ examples }),
    }),
    support: [voice.detail('read') === true ? said.leftEmpty : said.allText],
  }
}

/** The evidence has them as a list in quotes; it is listed anew in the words of the language. */
function examplesOf(voice: Voice<typeof names>): Phrase {
  const texts = voice
    .text('examples')
    .split('”')
    .filter((part) => part.includes('“'))
    .map((part) => part.slice(part.indexOf('“') + 1))
  return voice.listed(texts.map((text) => quotedPhrase(text, voice.language)))
}
