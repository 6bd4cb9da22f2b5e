/** What is said of a comparison that allows for keys behind the rows. */
import type { ColumnProfile } from '../../analysis/profile/profile.ts'
import type { Caveat } from './caveats.ts'

export function repeatedKeyCaveat({ column }: ColumnProfile): Caveat {
  return { caveat: 'repeatedKey', column: column.name }
}
