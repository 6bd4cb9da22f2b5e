/** A table that an object holds column by column: a list for each, or an object that numbers its rows. */

import { StoryglassError } from '../../../shared/failure/failure.ts'
import { note } from '../../../shared/story/note.ts'
import type { TextRows } from '../../tables/columns/write-text-rows.ts'
import type { RowWalk } from '../../tables/columns/write-wide.ts'
import { type Member, namedValues } from './outline.ts'
import { ascii, endOfValue, incomplete, JsonFault, skipSpace, textOfValue } from './scan.ts'

/** Texts of the elements of a list, or of the values of an object. */
function valuesOf(bytes: Buffer, { from, to }: Member): string[] {
  const end = to ?? bytes.length
  if (bytes[from] === ascii.openObject) {
    return Array.from(namedValues(bytes, from, end), (value) => textOfValue(bytes, value.from, value.to))
  }
  const values: string[] = []
  let at = skipSpace(bytes, from + 1, end)
  while (at < end - 1) {
    const behind = endOfValue(bytes, at, end)
    if (behind === incomplete) break
    values.push(textOfValue(bytes, at, behind))
    at = skipSpace(bytes, behind, end)
    if (bytes[at] === ascii.comma) at = skipSpace(bytes, at + 1, end)
    else if (at < end - 1) throw new JsonFault(at, note('json.commaBetweenValues'))
  }
  return values
}

/** Throws where the lists are of different lengths: they are no columns of one table then. */
export function rowsOfColumns(bytes: Buffer, members: readonly Member[]): { rows: TextRows; count: number } {
  const columns = members.map((member) => valuesOf(bytes, member))
  const count = columns[0]?.length ?? 0
  if (columns.some(({ length }) => length !== count)) {
    throw new StoryglassError('not_a_table', 'a JSON object of lists that are not equally long')
  }
  const walk: RowWalk = async (onRow, flush) => {
    for (let index = 0; index < count; index++) {
      onRow(columns.map((column) => column[index] ?? ''))
      if (index % 256 === 0) await flush()
    }
  }
  return { rows: { names: members.map(({ path }) => path[0] ?? ''), walk }, count }
}
