/** What every kind of insight says about itself. */
import type { Names } from '../names.ts'
import type { Phrase } from './phrase.ts'
import type { Voice } from './voice.ts'

export interface Wording {
  /** The claim in twelve words at most, without a number: title of the story or of a chart. No full stop. */
  readonly headline: Phrase
  /** The whole statement, with base, period and number of rows: the insight's sentence. */
  readonly claim: Phrase
  /** Further clauses of its paragraph, each fit to stand after a colon or as a sentence: how sure, how large. */
  readonly support: readonly Phrase[]
}

/** A wording whose claim is a sentence. */
export interface SpokenWording extends Wording {
  /** The claim as it goes on after other words of its sentence: without the capital and the full stop. */
  readonly clause: Phrase
}

export type Say<N extends Names> = (voice: Voice<N>) => Wording
