/** Rows that fall into a few clusters: how many, how large, and where they lie. */
import { join, type Phrase } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'
import { words } from './words/index.ts'

const letters = ['a', 'b', 'c', 'd'] as const
const places = ['first', 'second', 'third'] as const

type Letter = (typeof letters)[number]

export const sayCluster: Say<typeof names> = (voice) => {
  const said = words.in(voice.language)
  const named = namedPlaces(voice)
  const head = { strength: voice.strength, count: voice.count('clusters') }
  const clusters = letters.slice(0, head.count.count).map((letter) => clusterOf(voice, letter, named))
  return {
    headline: said.headline(head),
    claim: said.claim({
      ...head,
      columns: voice.listed(named.map((place) => voice.column(place))),
      clusters: join(clusters, '; '),
      rows: voice.detail('sampled') === true ? voice.sampledRows('n') : voice.rows('n'),
    }),
    support: [said.support],
  }
}

function namedPlaces(voice: Voice<typeof names>) {
  return places.filter((place) => voice.detail(place) !== null)
}

function clusterOf(voice: Voice<typeof names>, letter: Letter, named: readonly (typeof places)[number][]): Phrase {
  const said = words.in(voice.language)
  const centers = named.map((place) =>
    said.center({ column: voice.column(place), value: voice.number(`${place}_${letter}`, voice.form(place)) }),
  )
  return said.cluster({
    share: voice.number(`share_${letter}`, { kind: 'percent' }),
    centers: voice.listed(centers),
  })
}
