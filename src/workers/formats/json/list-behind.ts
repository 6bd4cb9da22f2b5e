/** Answers of services whose records stand behind an object that says what they are of. */
import { kindAt } from './outline.ts'
import { ascii, endOfValue, incomplete, JsonFault, skipSpace } from './scan.ts'

/**
 * Where the list begins that is all there is behind the object at `first`, as the World Bank's service answers: `[{"page":
 * 1, …}, [{…}, …]]`. Null where there is more, or something else; where it goes on behind what was looked at, it is taken
 * for the rows. Null, too, where the bytes are no JSON: who reads the records says so, with the line.
 */
export function listBehind(bytes: Buffer, first: number, whole: boolean): number | null {
  try {
    return lastList(bytes, first, whole)
  } catch (error) {
    if (error instanceof JsonFault) return null
    throw error
  }
}

function lastList(bytes: Buffer, first: number, whole: boolean): number | null {
  const end = bytes.length
  const behind = endOfValue(bytes, first, end)
  const comma = behind === incomplete ? end : skipSpace(bytes, behind, end)
  const list = skipSpace(bytes, comma + 1, end)
  if (list >= end || bytes[comma] !== ascii.comma || bytes[list] !== ascii.openList) return null
  const inside = skipSpace(bytes, list + 1, end)
  if (inside >= end || !['object', 'list'].includes(kindAt(bytes, inside))) return null
  const to = endOfValue(bytes, list, end)
  if (to === incomplete) return whole ? null : list
  const last = skipSpace(bytes, to, end)
  return bytes[last] === ascii.closeList ? list : null
}
