/** Which column of two is compared as a rate between the groups of the other. */
import { type Outcome, outcomeOf, rankOf } from '../../../analysis/profile/outcome.ts'
import type { ColumnProfile } from '../../../analysis/profile/profile.ts'
import type { TableSchema } from '../../../analysis/schema.ts'

export interface RatePair {
  readonly dimension: ColumnProfile
  readonly outcome: ColumnProfile
  readonly of: Outcome
}

/** Every dimension with every outcome, each two columns once; chosen by the schema alone. */
export function ratePairs({ dimensions }: TableSchema): RatePair[] {
  return dimensions.flatMap((first, index) =>
    dimensions.slice(index + 1).flatMap((second) => {
      const pair = ratePairOf(first, second)
      return pair === null ? [] : [pair]
    }),
  )
}

/**
 * The column that tells how something ended is the outcome. Of two that do, or where neither name says, the later one:
 * tables end in what came out. Columns that only tell groups apart have no rate.
 */
export function ratePairOf(first: ColumnProfile, second: ColumnProfile): RatePair | null {
  const [one, two] = [outcomeOf(first.column), outcomeOf(second.column)]
  const [rankOne, rankTwo] = [one === null ? 0 : rankOf(one), two === null ? 0 : rankOf(two)]
  if (two !== null && rankTwo > 0 && rankTwo >= rankOne) return { dimension: first, outcome: second, of: two }
  if (one !== null && rankOne > 0) return { dimension: second, outcome: first, of: one }
  return null
}
