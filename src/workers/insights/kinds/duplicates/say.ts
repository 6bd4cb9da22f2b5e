import { inBrackets, nothing } from '../../words/phrase.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

export const sayDuplicates: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const few = (voice.raw('n') ?? 0) < 30
  return {
    headline: said.headline,
    claim: said.claim({
      duplicates: voice.count('duplicates'),
      rows: voice.rows('n'),
      share: few ? nothing : inBrackets(voice.number('share', { kind: 'percent' })),
    }),
    support: [said.support],
  }
}
