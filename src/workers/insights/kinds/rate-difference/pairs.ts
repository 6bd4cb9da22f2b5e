/** Which column of two is compared as a rate between the groups of the other. */
import { type Outcome, outcomeOf, rankOf, tellsAnEnd } from '../../../analysis/profile/outcome.ts'
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
 * The column that tells how something ended is the outcome, before one that only says what is so. Of two alike, or where neither name says, the later one:
 * tables end in what came out. Columns that only tell groups apart have no rate.
 */
export function ratePairOf(first: ColumnProfile, second: ColumnProfile): RatePair | null {
  const [one, two] = [outcomeOf(first.column), outcomeOf(second.column)]
  const [rankOne, rankTwo] = [rankOfColumn(first, one), rankOfColumn(second, two)]
  if (two !== null && rankTwo > 0 && rankTwo >= rankOne) return { dimension: first, outcome: second, of: two }
  if (one !== null && rankOne > 0) return { dimension: second, outcome: first, of: one }
  return null
}

function rankOfColumn({ column }: ColumnProfile, outcome: Outcome | null): number {
  if (outcome === null) return 0
  return rankOf(outcome) + (outcome.strength === 'named' && tellsAnEnd(column) ? 1 : 0)
}

/** Whether a column is what the table was made to tell: of the columns of yes and no, an end, where there is any. */
export function isMainOutcome({ dimensions }: TableSchema, outcome: ColumnProfile): boolean {
  const ends = dimensions.filter(({ column }) => outcomeOf(column)?.strength === 'named' && tellsAnEnd(column))
  return ends.length === 0 || ends.includes(outcome)
}
