/** What must be said beside a statement, as data: it is put into words when the statement is, in any language. */
import { z } from 'zod'
import { grains } from '../format/periods.ts'

const grainSchema = z.enum(grains)

export const caveatSchema = z.discriminatedUnion('caveat', [
  /** Periods at the ends that are only partly there. */
  z.object({
    caveat: z.literal('partlyThere'),
    unit: grainSchema,
    ends: z.union([z.literal(1), z.literal(2)]),
  }),
  z.object({ caveat: z.literal('evenLengths'), unit: grainSchema }),
  z.object({
    caveat: z.literal('gaps'),
    unit: grainSchema,
    gaps: z.number(),
    filledWith: z.enum(['zero', 'line']),
  }),
  z.object({ caveat: z.literal('totalLeftOut'), value: z.string() }),
  /** Rows of one key resemble each other, and the test allows for that. */
  z.object({ caveat: z.literal('repeatedKey'), column: z.string() }),
  /** The values of the column were declared to be assigned in an experiment. */
  z.object({ caveat: z.literal('assigned'), column: z.string() }),
  z.object({ caveat: z.literal('rowsWithout'), column: z.string() }),
  /** Part of the rows that has a value, in the first and the last period compared: 0 to 1. */
  z.object({ caveat: z.literal('recordedUnevenly'), column: z.string(), first: z.number(), last: z.number() }),
  z.object({ caveat: z.literal('rateOfSums'), numerator: z.string(), denominator: z.string() }),
  z.object({
    caveat: z.enum([
      'trendTakenOut',
      'sampled',
      'ofAPart',
      'neighboursAlike',
      'rowsOfOneThing',
      'smallGroupsLeftOut',
      'unreadable',
      'fragile',
    ]),
  }),
])
export type Caveat = z.infer<typeof caveatSchema>
