/** What is said of a comparison that allows for keys behind the rows. */
import { readableName } from '../../../shared/format/words.ts'
import type { ColumnProfile } from '../../analysis/profile/profile.ts'

export function repeatedKeyCaveat({ column }: ColumnProfile): string {
  return `Rows of the same ${readableName(column.name)} resemble each other; the test allows for that.`
}
