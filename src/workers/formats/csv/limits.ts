/** What a text may ask for before it is told no. */
import { StoryglassError } from '../../../shared/failure/failure.ts'

/** As many as a sheet of Excel has. Each is a column of the table that is made, however few its rows. */
export const mostColumns = 16_384

/** Throws `too_large` for a table of more columns. */
export function assertColumns(columns: number): void {
  if (columns <= mostColumns) return
  throw new StoryglassError('too_large', `${columns} columns or more; at most ${mostColumns} can be read`)
}
