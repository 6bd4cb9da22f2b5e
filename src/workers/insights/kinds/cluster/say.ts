/** Rows that fall into a few clusters: how many, how large, and where they lie. */
import { join, listed, type Phrase, say } from '../../words/phrase.ts'
import type { Voice } from '../../words/voice.ts'
import type { Say } from '../../words/wording.ts'
import type { names } from './names.ts'

const numerals: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four' }
const letters = ['a', 'b', 'c', 'd'] as const
const places = ['first', 'second', 'third'] as const

type Letter = (typeof letters)[number]

export const sayCluster: Say<typeof names> = (voice) => {
  const count = voice.raw('clusters') ?? 2
  const named = namedPlaces(voice)
  const fall = { plain: 'fall', tends: 'seem to fall', may: 'may fall' }[voice.strength]
  const headline = say`rows ${fall} into ${numerals[count] ?? 'several'} clusters by ${listed(named.map((place) => voice.column(place)))}`
  const sampled = voice.detail('sampled') === true ? 'sampled row' : 'row'
  return {
    headline: say`rows ${fall} into ${numerals[count] ?? 'several'} clusters`,
    claim: say`${headline}: ${join(
      letters.slice(0, count).map((letter) => clusterOf(voice, letter, named)),
      '; ',
    )} (averages, ${voice.counted('n', sampled)})`,
    support: [say`each half of the rows shows the same clusters, with a gap between neighbours`],
  }
}

function namedPlaces(voice: Voice<typeof names>) {
  return places.filter((place) => voice.detail(place) !== null)
}

function clusterOf(voice: Voice<typeof names>, letter: Letter, named: readonly (typeof places)[number][]): Phrase {
  const centers = named.map(
    (place) => say`${voice.column(place)} ${voice.number(`${place}_${letter}`, voice.form(place))}`,
  )
  return say`${voice.number(`share_${letter}`, { kind: 'percent' })} with ${listed(centers)}`
}
