/** Where the tables of a JSON file are: one list, one record a line, or an object that holds lists or columns. */

import { open } from 'node:fs/promises'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { promises } from '../../../shared/file-formats/formats.ts'
import { note } from '../../../shared/story/note.ts'
import { listBehind } from './list-behind.ts'
import { kindAt, type Member, type Outline, outlineOf } from './outline.ts'
import { faultOfFile, type Region } from './records.ts'
import { ascii, JsonFault, skipSpace } from './scan.ts'
import { type StatedTotal, statedTotal } from './stated-total.ts'

/** `features`: those of GeoJSON (RFC 7946). `named`: each stands under a name of its own, which is its first cell. */
export type RecordShape = 'plain' | 'features' | 'named'

export type JsonTable =
  /** Records that are objects, or anything but lists. */
  | {
      readonly kind: 'records'
      readonly path: readonly string[]
      readonly region: Region
      readonly shape: RecordShape
      /** What records that are no objects are called. */
      readonly valueName: string
      readonly stated: StatedTotal | null
    }
  /** Records that are lists of cells; their names, where the file has them apart. */
  | {
      readonly kind: 'grid'
      readonly path: readonly string[]
      readonly region: Region
      readonly header: readonly string[] | null
      readonly stated: StatedTotal | null
    }
  /** Lists of the same length, each a column, or objects whose names number the rows. */
  | { readonly kind: 'columns'; readonly bytes: Buffer; readonly members: readonly Member[] }

/** An outermost object is looked at as far as this. A list in it may be longer. */
const maxOutlineBytes = 64 * 1024 * 1024
const firstLookBytes = 1024 * 1024

/** `path`: UTF-8; text begins behind `markBytes`. Throws where no table is in it. */
export async function jsonTables(path: string, name: string, markBytes: number): Promise<JsonTable[]> {
  for (let size = firstLookBytes; ; size *= 8) {
    const { bytes, whole } = await beginning(path, markBytes, size)
    const start = skipSpace(bytes, 0, bytes.length)
    const lines: JsonTable = records([], { from: markBytes, as: 'lines' })
    if (bytes[start] === ascii.openList) return inList(bytes, start, markBytes, whole)
    if (bytes[start] !== ascii.openObject) return [lines]
    let outline: Outline
    try {
      outline = outlineOf(bytes)
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error
      // A line may be damaged, and others sound.
      if (promises(name, 'json') && /\n\s*\{/u.test(bytes.toString('latin1', 0, 65536)) && /l$/iu.test(name))
        return [lines]
      throw await faultOfFile(path, new JsonFault(markBytes + error.at, error.said))
    }
    if (outline.to !== null) {
      const behind = skipSpace(bytes, outline.to, bytes.length)
      if (behind < bytes.length || isNamedAsLines(name)) return [lines]
      if (whole) return inObject(bytes, outline, markBytes)
    } else if (whole) {
      throw await faultOfFile(path, new JsonFault(markBytes + bytes.length, note('json.endsInValue')))
    } else if (size >= maxOutlineBytes || unfinishedList(outline) !== null) {
      const list = unfinishedList(outline)
      if (list === null && isOfObjects(outline)) return [named([], markBytes + outline.from)]
      if (list === null) throw new StoryglassError('too_large', 'a single JSON object without a list of records in it')
      return [listAt(bytes, list, outline, markBytes)]
    }
  }
}

function isNamedAsLines(name: string): boolean {
  return /\.(?:ndjson|jsonl|ldjson)$/iu.test(name)
}

function records(
  path: readonly string[],
  region: Region,
  { shape = 'plain', stated = null }: { readonly shape?: RecordShape; readonly stated?: StatedTotal | null } = {},
): JsonTable {
  return { kind: 'records', path, region, shape, valueName: 'value', stated }
}

function grid(
  path: readonly string[],
  region: Region,
  { header = null, stated = null }: Partial<Pick<Extract<JsonTable, { kind: 'grid' }>, 'header' | 'stated'>> = {},
): JsonTable {
  return { kind: 'grid', path, region, header, stated }
}

/** The members of the object that begins at `from`. */
function named(path: readonly string[], from: number): JsonTable {
  return {
    kind: 'records',
    path,
    region: { from: from + 1, as: 'members' },
    shape: 'named',
    valueName: path[0] ?? 'value',
    stated: null,
  }
}

/** Texts one after another may be lists, too: then the first closes before the file ends. */
function inList(bytes: Buffer, start: number, markBytes: number, whole: boolean): JsonTable[] {
  const first = skipSpace(bytes, start + 1, bytes.length)
  if (first < bytes.length && bytes[first] === ascii.closeList && whole) throw new StoryglassError('no_rows')
  const isLines = /^\s*\[[^\n[\]{}]*\][ \t]*\r?\n\s*\[/u.test(bytes.toString('latin1', 0, 65536))
  if (isLines) return [grid([], { from: markBytes, as: 'lines' })]
  const rows = kindAt(bytes, first) === 'object' ? listBehind(bytes, first, whole) : null
  const list = rows ?? start
  const region: Region = { from: markBytes + list + 1, as: 'list' }
  const head = bytes.subarray(first, rows ?? first)
  const stated = rows === null ? null : statedTotal(head, outlineOf(head).members)
  return kindAt(bytes, skipSpace(bytes, list + 1, bytes.length)) === 'list'
    ? [grid([], region, { stated })]
    : [records([], region, { stated })]
}

/** The list that goes on behind what was looked at, if it holds records. */
function unfinishedList({ members }: Outline): Member | null {
  return members.find(({ to, first }) => to === null && (first === 'object' || first === 'list')) ?? null
}

/** As far as it was looked at, it holds objects and nothing else. */
function isOfObjects({ members }: Outline): boolean {
  const top = members.filter(({ path }) => path.length === 1)
  return top.length > 1 && top.every(({ kind }) => kind === 'object')
}

function listAt(bytes: Buffer, list: Member, { members }: Outline, markBytes: number): JsonTable {
  const region: Region = { from: markBytes + list.from + 1, as: 'list' }
  const stated = statedTotal(bytes, members)
  if (list.first === 'list') return grid(list.path, region, { stated })
  const isFeatures = list.path.join('.') === 'features' && members.some(({ path }) => path.join('.') === 'type')
  return records(list.path, region, { shape: isFeatures ? 'features' : 'plain', stated })
}

function inObject(bytes: Buffer, outline: Outline, markBytes: number): JsonTable[] {
  const { members } = outline
  const found = members.filter(({ first }) => first === 'object')
  const described = found.filter((list) => !describesFields(list))
  const lists = described.length === 0 ? found : described
  const top = members.filter(({ path }) => path.length === 1)
  const scalarLists = top.filter(({ first }) => first === 'text' || first === 'plain')
  const listOfLists = members.find(({ first }) => first === 'list')
  if (lists.length > 0 && !lists.every((list) => isInside(list, top, bytes))) {
    return lists.map((list) => listAt(bytes, list, outline, markBytes))
  }
  if (listOfLists !== undefined && scalarLists.length < 3) {
    const names = members.find(
      ({ path, first }) => first === 'text' && /^(?:columns|fields|header|headers|names)$/iu.test(path.at(-1) ?? ''),
    )
    const header = names === undefined ? null : namesIn(bytes, names)
    const region: Region = { from: markBytes + listOfLists.from + 1, as: 'list' }
    return [grid(listOfLists.path, region, { header, stated: statedTotal(bytes, members) })]
  }
  if (scalarLists.length > 1 && scalarLists.length >= top.length / 2)
    return [{ kind: 'columns', bytes, members: scalarLists }]
  const objects = top.filter(({ kind }) => kind === 'object')
  if (objects.length > 1 && objects.length === top.length) {
    const below = Map.groupBy(
      members.filter(({ path }) => path.length === 2),
      ({ path }) => path[0] ?? '',
    )
    const keys = objects.map(({ path }) => (below.get(path[0] ?? '') ?? []).map((one) => one.path[1]).join('\n'))
    const isNumbered = keys[0] !== '' && keys.every((one) => one === keys[0]) && /^0\n1(?:\n|$)/u.test(keys[0] ?? '')
    return [isNumbered ? { kind: 'columns', bytes, members: objects } : named([], markBytes + outline.from)]
  }
  const [holder, second] = objects
  // One object of objects, or of figures, beside plain values: `{"base": "EUR", "rates": {"2024-01-02": {…}, …}}`.
  const held = members.filter(({ path }) => path.length === 2 && path[0] === holder?.path[0])
  const isKeyed = held.length > 1 && held.every(({ kind }) => kind === 'object')
  if (holder === undefined && areFigures(bytes, top)) return [named([], markBytes + outline.from)]
  if (holder !== undefined && second === undefined && top.every(({ kind }) => kind !== 'list')) {
    if (isKeyed || areFigures(bytes, held)) return [named(holder.path, markBytes + holder.from)]
  }
  throw new StoryglassError('not_a_table', 'a JSON object without a list of records in it')
}

/** Fewer are as likely the settings of a program or the sides of a box. */
const fewestFigures = 3

/** Numbers, some of which may be missing, and nothing else. */
function areFigures(bytes: Buffer, members: readonly Member[]): boolean {
  const texts = members.map(({ kind, from, to }) =>
    kind === 'plain' ? bytes.toString('latin1', from, to ?? from) : '',
  )
  const figures = texts.filter((text) => /^-?\d/u.test(text))
  return figures.length >= fewestFigures && texts.every((text) => text === 'null' || /^-?\d/u.test(text))
}

/** A list that says of what kind each field of the records is, which stand in another. */
function describesFields({ path }: Member): boolean {
  return path.at(-1) === 'fields' && (path.length > 1 || path.includes('schema'))
}

/** One of many objects side by side, each with a list: then the objects are the records. */
function isInside(list: Member, top: readonly Member[], bytes: Buffer): boolean {
  return list.path.length > 1 && top.length > 2 && top.every(({ from }) => bytes[from] === ascii.openObject)
}

function namesIn(bytes: Buffer, list: Member): string[] | null {
  try {
    const names: unknown = JSON.parse(bytes.toString('utf8', list.from, list.to ?? bytes.length))
    return Array.isArray(names) ? names.map(String) : null
  } catch {
    return null
  }
}

async function beginning(path: string, from: number, size: number): Promise<{ bytes: Buffer; whole: boolean }> {
  const file = await open(path, 'r')
  try {
    const { size: fileSize } = await file.stat()
    const length = Math.min(size, Math.max(0, fileSize - from))
    const bytes = Buffer.alloc(length + 1, 10)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, from + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    const whole = from + filled >= fileSize
    // A plain value may be the last thing in a file.
    return { bytes: bytes.subarray(0, whole ? filled + 1 : filled), whole }
  } finally {
    await file.close()
  }
}
