/** A number of a text with the value it rounds. */
import { z } from 'zod'

/** A number as it stands in a text, with the value it rounds and where that comes from. */
export const statedNumberSchema = z.object({
  /** Exactly as in the paragraph. */
  text: z.string(),
  value: z.number(),
  /** Id of the insight whose evidence holds the value. */
  evidence: z.string(),
  /** Key in that insight's `evidence.values`. */
  name: z.string(),
  /** Where in the paragraph's text it starts, in UTF-16 units. */
  start: z.int().nonnegative(),
})
export type StatedNumber = z.infer<typeof statedNumberSchema>
