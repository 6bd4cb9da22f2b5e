/** What is decided about a column of texts, and what it may be decided by. */
import type { Note } from '../../../shared/story/note.ts'
import type { ColumnReading } from './reading.ts'

/** What the rest of the file says about how its author writes. */
export interface WritingHints {
  /** Log odds that fractions begin with a point rather than with a comma; 0 where nothing tells. */
  readonly pointOdds: number
  readonly dayFirst: boolean | null
}

export const noHints: WritingHints = { pointOdds: 0, dayFirst: null }

export interface Decision {
  readonly reading: ColumnReading
  /** What a reader should know: an ambiguity and how it was settled. Without the column's name. */
  readonly notes: readonly Note[]
  /** What the values alone tell of how numbers or dates are written. */
  readonly evidence: Partial<WritingHints>
  readonly ambiguous: 'decimal' | 'dayFirst' | null
}

/** The values of a column that are not missing, trimmed, each once with its weight, in the order of the file. */
export interface Present {
  readonly entries: readonly (readonly [text: string, weight: number])[]
  readonly total: number
}
