/** What a column is called in prose, whose numbers carry the unit that its name has. */
import { readableName } from '../format/words.ts'
import type { ProfiledColumn } from './table.ts'

/** Readable, and without a unit that each number is written with: `flipper length` for `Flipper Length (mm)`. */
export function spokenName(
  name: string,
  columns: readonly Pick<ProfiledColumn, 'name' | 'nameWithoutUnit'>[] | undefined,
): string {
  return readableName(columns?.find((column) => column.name === name)?.nameWithoutUnit ?? name)
}
