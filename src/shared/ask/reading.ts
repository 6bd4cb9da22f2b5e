/** A question in pieces while it is being understood: which of them have been taken up, and what was taken for granted. */
import type { Cue } from './lexicon/lexicon.ts'
import type { Piece, Sense } from './pieces.ts'
import type { Assumption } from './question.ts'
import type { AskedColumn, AskedTable } from './table.ts'
import type { Vocabulary } from './vocabulary.ts'

export class Reading {
  readonly #pieces: Piece[]
  readonly vocabulary: Vocabulary
  readonly assumed = new Set<Assumption>()
  readonly #taken = new Set<number>()

  constructor(pieces: readonly Piece[], vocabulary: Vocabulary) {
    this.#pieces = [...pieces]
    this.vocabulary = vocabulary
  }

  get pieces(): readonly Piece[] {
    return this.#pieces
  }

  /** Takes a piece for another thing it may be; false where it may not be one. */
  prefer(index: number, is: Sense['is']): boolean {
    const piece = this.#pieces[index]
    const sense = piece?.rest.find((one) => one.is === is)
    if (piece === undefined || sense === undefined) return false
    this.#pieces[index] = { ...piece, sense, rest: [piece.sense, ...piece.rest.filter((one) => one !== sense)] }
    return true
  }

  get table(): AskedTable {
    return this.vocabulary.table
  }

  isTaken(index: number): boolean {
    return this.#taken.has(index)
  }

  take(...indexes: readonly number[]): void {
    for (const index of indexes) this.#taken.add(index)
  }

  takeRange(from: number, to: number): void {
    for (let index = from; index < to; index++) this.#taken.add(index)
  }

  /** The first thing of a kind that a piece may be, what it most likely is before all else. */
  as<Is extends Sense['is']>(index: number, is: Is): Extract<Sense, { is: Is }> | null {
    const piece = this.pieces[index]
    if (piece === undefined || this.#taken.has(index)) return null
    const found = [piece.sense, ...piece.rest].find((sense) => sense.is === is)
    return (found as Extract<Sense, { is: Is }> | undefined) ?? null
  }

  /** What a piece most likely is, if it is of that kind. */
  is<Is extends Sense['is']>(index: number, is: Is): Extract<Sense, { is: Is }> | null {
    const sense = this.pieces[index]?.sense
    if (sense === undefined || sense.is !== is || this.#taken.has(index)) return null
    return sense as Extract<Sense, { is: Is }>
  }

  /** Whether a piece may be one of the asking words, taken up or not. */
  mayBe(index: number, ...cues: readonly Cue[]): boolean {
    const piece = this.pieces[index]
    if (piece === undefined) return false
    return [piece.sense, ...piece.rest].some((sense) => sense.is === 'cue' && cues.includes(sense.cue))
  }

  isCue(index: number, ...cues: readonly Cue[]): boolean {
    const piece = this.pieces[index]
    if (piece === undefined || this.#taken.has(index)) return false
    const { sense } = piece
    if (sense.is === 'cue') {
      return cues.includes(sense.cue) || piece.rest.some((one) => one.is === 'cue' && cues.includes(one.cue))
    }
    return sense.is === 'light' && piece.rest.some((one) => one.is === 'cue' && cues.includes(one.cue))
  }

  /** The first piece not yet taken up that is one of the asking words; null where there is none. */
  find(...cues: readonly Cue[]): number | null {
    const index = this.pieces.findIndex((_, place) => this.isCue(place, ...cues))
    return index < 0 ? null : index
  }

  has(...cues: readonly Cue[]): boolean {
    return this.find(...cues) !== null
  }

  /** Words without a weight of their own, and small ones that bind others. */
  isLight(index: number): boolean {
    const piece = this.pieces[index]
    if (piece === undefined) return false
    return (
      piece.sense.is === 'light' || piece.sense.is === 'rowName' || this.isCue(index, 'in', 'equals', 'which', 'to')
    )
  }

  /** The next piece from `index` on that is not light. */
  pastLight(index: number, step: 1 | -1 = 1): number {
    let place = index
    while (this.pieces[place] !== undefined && this.isLight(place) && !this.isTaken(place)) place += step
    return place
  }

  columnAt(index: number): AskedColumn | null {
    return this.is(index, 'column')?.column ?? null
  }

  /** Columns named and not yet taken up, in the order they are named, each with its piece. */
  columns(): readonly { readonly index: number; readonly column: AskedColumn }[] {
    return this.pieces.flatMap((_, index) => {
      const column = this.columnAt(index)
      return column === null ? [] : [{ index, column }]
    })
  }
}
