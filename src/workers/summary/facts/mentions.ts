/** Things that stand at many places, each once, with the first of them. */
import type { Place } from '../../../shared/document/document-story.ts'

/** The first places are kept; `count` counts all. */
const mostPlaces = 50

export interface Mentioned<Value> {
  readonly value: Value
  readonly count: number
  readonly places: Place[]
}

export class Mentions<Value> {
  readonly #byKey = new Map<string, { value: Value; count: number; places: Place[] }>()

  /** In the order of the document: the first value given for a key is the one kept. */
  add(key: string, value: Value, place: Place): void {
    const known = this.#byKey.get(key)
    if (known === undefined) {
      this.#byKey.set(key, { value, count: 1, places: [place] })
      return
    }
    known.count += 1
    if (known.places.length < mostPlaces) known.places.push(place)
  }

  /** The most frequent first, those equally frequent in the order of the document. */
  list(): Mentioned<Value>[] {
    return [...this.#byKey.values()].sort((a, b) => b.count - a.count)
  }
}
