/** What is known of a column before it is judged. */
import type { StorageType } from '../../../shared/story/table.ts'
import type { Repeats } from './numeric-stats.ts'

/** Exact facts of a column that the judgement rests on. */
export interface ColumnFacts {
  readonly name: string
  readonly storage: StorageType
  readonly format: string | null
  readonly rows: number
  /** Rows with a (finite) value. */
  readonly filled: number
  readonly distinct: number
  /** Of numeric columns. */
  readonly numeric?: {
    readonly integers: boolean
    readonly ascending: boolean
    readonly min: number
    readonly max: number
    readonly negatives: number
    readonly repeats?: Repeats | null
  }
  /** Of text columns. */
  readonly text?: { readonly meanLength: number; readonly withSpaces: number }
}
