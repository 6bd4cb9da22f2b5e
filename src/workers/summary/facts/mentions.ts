/** Things that stand at many places, each once, with the first of them. */
import type { Place } from '../../../shared/document/document-story.ts'

/** The first places are kept; `count` counts all. */
const mostPlaces = 50

export interface Mentioned {
  readonly key: string
  readonly count: number
  /** In the order of the document; never empty. */
  readonly places: [Place, ...Place[]]
}

/**
 * A long list may have another amount in each of a million lines, of which a few dozen are told: of a thing that stands at
 * one place only numbers are kept, and what it says is to be read there again.
 */
export class Mentions {
  readonly #numbers = new Map<string, number>()
  readonly #counts: number[] = []
  /** Of the first place of each: page, start and end. */
  readonly #first: number[] = []
  /** The others, of what stands at more than one. */
  readonly #others = new Map<number, Place[]>()

  /** In the order of the document. */
  add(key: string, { page, start, end }: Place): void {
    const known = this.#numbers.get(key)
    if (known === undefined) {
      this.#numbers.set(key, this.#counts.length)
      this.#counts.push(1)
      this.#first.push(page, start, end)
      return
    }
    this.#counts[known] = (this.#counts[known] ?? 0) + 1
    const others = this.#others.get(known)
    if (others === undefined) this.#others.set(known, [{ page, start, end }])
    else if (others.length < mostPlaces - 1) others.push({ page, start, end })
  }

  /** The most frequent first, those equally frequent in the order of the document; `most` of them. */
  list(most: number): Mentioned[] {
    const keys = [...this.#numbers.keys()]
    const order = this.#counts.map((_, number) => number)
    order.sort((one, other) => (this.#counts[other] ?? 0) - (this.#counts[one] ?? 0))
    return order.slice(0, most).map((number) => {
      const [page = 0, start = 0, end = 0] = this.#first.slice(3 * number, 3 * number + 3)
      const places: Mentioned['places'] = [{ page, start, end }, ...(this.#others.get(number) ?? [])]
      return { key: keys[number] ?? '', count: this.#counts[number] ?? 0, places }
    })
  }
}
