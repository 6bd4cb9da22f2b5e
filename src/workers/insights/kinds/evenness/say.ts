/** Categories that are about equally common. */
import type { Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

const percent = { kind: 'percent' } as const

export const sayEvenness: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const head = {
    dimension: voice.column('dimension'),
    equally: voice.raw('least_share') === voice.raw('largest_share'),
  }
  return {
    headline: said.headline(head),
    claim: said.claim({ ...head, groups: voice.count('groups'), shares: shares(voice), rows: voice.rows('n') }),
    support: [],
  }
}

function shares(voice: Voice<typeof names>): Phrase {
  const said = words.in(voice.language)
  const [least, largest] = [voice.number('least_share', percent), voice.number('largest_share', percent)]
  if (least.text === largest.text) return said.each({ share: largest })
  return said.range({ least, largest, rarest: voice.category('rarest'), commonest: voice.category('commonest') })
}
