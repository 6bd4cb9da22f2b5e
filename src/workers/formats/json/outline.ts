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

/** Members that are kept, and of an object within another those that are no lists: what it is shows in the first. */
const maxMembers = 20_000
const maxMembersInside = 100
/** Lists are looked for in objects within objects down to here. */
const maxLevels = 3

export interface Outline {
  /** Not all of them, where there are very many. */
  readonly members: readonly Member[]
  /** Where the outermost object begins. */
  readonly from: number
  /** Behind the outermost object; null where it goes on. */
  readonly to: number | null
}

/** `bytes` begin with the object, white space apart; they may end in its middle. */
export function outlineOf(bytes: Buffer): Outline {
  const members: Member[] = []
  const from = skipSpace(bytes, 0, bytes.length)
  const to = membersOf(bytes, from + 1, bytes.length, [], members)
  return { members, from, to: to === incomplete ? null : to }
}

/** A name and where its value stands: its first byte, and the one behind it. */
export interface NamedValue {
  readonly key: string
  readonly from: number
  readonly to: number
}

/** Null where the value goes on behind what was looked at. */
type Begun = Omit<NamedValue, 'to'> & { readonly to: number | null }

/** Every member of the object that begins at `from`, as far as the bytes before `end` hold it. */
export function* namedValues(bytes: Buffer, from: number, end: number): Generator<NamedValue> {
  let step = nextMember(bytes, from + 1, end)
  while (typeof step === 'object' && step.to !== null) {
    yield { ...step, to: step.to }
    step = nextMember(bytes, step.to, end)
  }
}

/** The member behind `at`; the place behind the object, where it closes; or `incomplete`. */
function nextMember(bytes: Buffer, from: number, end: number): Begun | number {
  let at = skipSpace(bytes, from, end)
  if (at < end && bytes[at] === ascii.comma) at = skipSpace(bytes, at + 1, end)
  if (at >= end) return incomplete
  if (bytes[at] === ascii.closeObject) return at + 1
  const name = nameAt(bytes, at, end)
  if (name === incomplete) return incomplete
  const to = endOfValue(bytes, name.from, end)
  return { ...name, to: to === incomplete ? null : to }
}

/** The name that begins at `at`, and where its value does. Throws where none is there. */
export function nameAt(bytes: Buffer, at: number, end: number): Pick<NamedValue, 'key' | 'from'> | typeof incomplete {
  if (bytes[at] !== ascii.quote) throw new JsonFault(at, note('json.nameMissing'))
  const behindKey = endOfString(bytes, at + 1, end)
  if (behindKey === incomplete) return incomplete
  const key = textOfString(bytes, at + 1, behindKey - 1)
  const colon = skipSpace(bytes, behindKey, end)
  if (colon >= end) return incomplete
  if (bytes[colon] !== ascii.colon) throw new JsonFault(colon, note('json.colonMissing'))
  const from = skipSpace(bytes, colon + 1, end)
  return from >= end ? incomplete : { key, from }
}

function membersOf(bytes: Buffer, from: number, end: number, path: readonly string[], members: Member[]): number {
  let step = nextMember(bytes, from, end)
  for (let count = 0; typeof step === 'object'; count++) {
    const { key, from: at, to } = step
    const kind = kindAt(bytes, at)
    if (members.length < maxMembers && (path.length === 0 || kind === 'list' || count < maxMembersInside)) {
      const member = { path: [...path, key], kind, from: at, to }
      members.push({ ...member, first: kind === 'list' ? firstOf(bytes, at, end) : null })
      if (kind === 'object' && path.length + 1 < maxLevels) membersOf(bytes, at + 1, end, member.path, members)
    }
    if (to === null) return incomplete
    step = nextMember(bytes, to, end)
  }
  return step
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
