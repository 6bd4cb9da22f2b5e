/** Categories that are about equally common. */
import { ofRows } from '../../words/bases.ts'
import type { CountedPhrase, Phrase } from '../../words/phrase.ts'
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
    claim: claimOf(voice, head),
    support: [],
  }
}

interface Head {
  readonly dimension: CountedPhrase
  readonly equally: boolean
}

function claimOf(voice: Voice<typeof names>, head: Head): Phrase {
  const said = words.in(voice.language)
  const [least, largest] = [voice.number('least_share', percent), voice.number('largest_share', percent)]
  const ends = { rarest: voice.category('rarest'), commonest: voice.category('commonest') }
  const same = least.text === largest.text
  const rows = ofRows(voice, voice.rows('n'))
  if (voice.raw('groups') === 2) {
    const shares = same ? said.eachOfPair({ share: largest }) : said.both({ least, largest })
    return said.pair({ ...head, ...ends, shares, rows })
  }
  const shares = same ? said.each({ share: largest }) : said.range({ least, largest, ...ends })
  return said.claim({ ...head, groups: voice.count('groups'), shares, rows })
}
