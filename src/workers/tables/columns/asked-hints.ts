/** What a person says of how values are written, as the decision on a column takes it. */
import type { ReadingOptions } from '../../../shared/story/reading.ts'
import type { WritingHints } from './decision.ts'

/** Log odds beyond any that values could tell. */
const certain = 1000

export function askedHints({ dateOrder, decimal }: ReadingOptions): Partial<WritingHints> {
  return {
    ...(dateOrder === undefined ? {} : { dayFirst: dateOrder === 'day-first' }),
    ...(decimal === undefined ? {} : { pointOdds: decimal === '.' ? certain : -certain }),
  }
}
