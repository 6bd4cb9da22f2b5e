/** What a file whose outermost value is an object holds: which of its members are lists, and of what. */
import { note } from '../../../shared/story/note.ts'
import { ascii, endOfString, endOfValue, incomplete, JsonFault, skipSpace, textOfString } from './scan.ts'

export interface Member {
  readonly path: readonly string[]
  readonly kind: 'list' | 'object' | 'text' | 'plain'
  /** First byte of the value, and the byte behind it; null where it goes on behind what was looked at. */
  readonly from: number
  readonly to: number | null
  /** Of a list, what its first element is; null for an empty one and for any other value. */
  readonly first: Member['kind'] | null
}

const maxMembers = 20_000
/** Lists are looked for in objects within objects down to here. */
const maxLevels = 3

export interface Outline {
  readonly members: readonly Member[]
  /** Behind the outermost object; null where it goes on. */
  readonly to: number | null
}

/** `bytes` begin with the object, white space apart; they may end in its middle. */
export function outlineOf(bytes: Buffer): Outline {
  const members: Member[] = []
  const start = skipSpace(bytes, 0, bytes.length)
  const to = membersOf(bytes, start + 1, bytes.length, [], members)
  return { members, to: to === incomplete ? null : to }
}

function membersOf(bytes: Buffer, from: number, end: number, path: readonly string[], members: Member[]): number {
  let at = from
  for (;;) {
    at = skipSpace(bytes, at, end)
    if (at >= end) return incomplete
    if (bytes[at] === ascii.closeObject) return at + 1
    if (bytes[at] === ascii.comma) at = skipSpace(bytes, at + 1, end)
    if (at >= end) return incomplete
    if (bytes[at] === ascii.closeObject) return at + 1
    if (bytes[at] !== ascii.quote) throw new JsonFault(at, note('json.nameMissing'))
    const behindKey = endOfString(bytes, at + 1, end)
    if (behindKey === incomplete) return incomplete
    const key = textOfString(bytes, at + 1, behindKey - 1)
    at = skipSpace(bytes, behindKey, end)
    if (at >= end) return incomplete
    if (bytes[at] !== ascii.colon) throw new JsonFault(at, note('json.colonMissing'))
    at = skipSpace(bytes, at + 1, end)
    if (at >= end) return incomplete
    const kind = kindAt(bytes, at)
    const to = endOfValue(bytes, at, end)
    if (members.length < maxMembers) {
      const member = { path: [...path, key], kind, from: at, to: to === incomplete ? null : to }
      members.push({ ...member, first: kind === 'list' ? firstOf(bytes, at, end) : null })
      if (kind === 'object' && path.length + 1 < maxLevels) membersOf(bytes, at + 1, end, member.path, members)
    }
    if (to === incomplete) return incomplete
    at = to
  }
}

function firstOf(bytes: Buffer, from: number, end: number): Member['kind'] | null {
  const at = skipSpace(bytes, from + 1, end)
  return at >= end || bytes[at] === ascii.closeList ? null : kindAt(bytes, at)
}

export function kindAt(bytes: Buffer, at: number): Member['kind'] {
  switch (bytes[at]) {
    case ascii.openList:
      return 'list'
    case ascii.openObject:
      return 'object'
    case ascii.quote:
      return 'text'
    default:
      return 'plain'
  }
}
