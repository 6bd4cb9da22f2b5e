/** JSON read byte by byte: where its tokens and values end. Nothing is decoded here, and nothing calls itself. */
import { type Note, note } from '../../../shared/story/note.ts'

/** A place at which the bytes are no JSON (RFC 8259). */
export class JsonFault extends Error {
  /** Offset into the bytes that were scanned. */
  readonly at: number

  /** What is wrong there. */
  readonly said: Note

  constructor(at: number, said: Note) {
    super(said.code)
    this.name = 'JsonFault'
    this.at = at
    this.said = said
  }
}

/** What is looked for goes on behind the last byte. */
export const incomplete = -1

export const ascii = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openList: 0x5b,
  backslash: 0x5c,
  closeList: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const

/** Lists and objects within each other. A file that goes deeper was made to break what reads it. */
export const maxDepth = 1_000

const isSpace = new Uint8Array(256)
// A record separator may stand before each text of a sequence (RFC 7464).
for (const byte of [0x20, 0x09, 0x0a, 0x0d, 0x1e]) isSpace[byte] = 1
/** Of numbers and of words such as `true` and `NaN`. */
const isPlain = new Uint8Array(256)
for (const character of '+-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') {
  isPlain[character.charCodeAt(0)] = 1
}
const words = ['true', 'false', 'null', 'NaN', 'Infinity', '-Infinity'].map((word) => Buffer.from(word))

/** Byte by byte: these stand in every other record, and a string made of each costs more than reading it. */
function isWord(bytes: Buffer, from: number, to: number): boolean {
  for (const word of words) {
    if (word.length !== to - from) continue
    let same = 0
    while (same < word.length && bytes[from + same] === word[same]) same += 1
    if (same === word.length) return true
  }
  return false
}

export function skipSpace(bytes: Buffer, from: number, end: number): number {
  let at = from
  while (at < end && isSpace[bytes[at] ?? 0] === 1) at += 1
  return at
}

/** `from` is behind the opening quote; gives the place behind the closing one. */
export function endOfString(bytes: Buffer, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === ascii.quote) return at + 1
    if (byte === ascii.backslash) at += 1
  }
  return incomplete
}

/** Of a number, `true`, `false`, `null` or what some programs write for numbers that are none. */
export function endOfPlain(bytes: Buffer, from: number, end: number): number {
  let at = from
  while (at < end && isPlain[bytes[at] ?? 0] === 1) at += 1
  if (at === end) return incomplete
  const first = bytes[from] ?? 0
  const isNumber = (first >= 0x30 && first <= 0x39) || (first === 0x2d && (bytes[from + 1] ?? 0) <= 0x39)
  if (at === from || (!isNumber && !isWord(bytes, from, at))) {
    throw new JsonFault(from, note('json.valueMissing'))
  }
  return at
}

/** Brackets that are open while one value is scanned; one scan ends before the next begins. */
const open = new Uint8Array(maxDepth)

export function endOfValue(bytes: Buffer, from: number, end: number): number {
  const first = bytes[from]
  if (first === ascii.quote) return endOfString(bytes, from + 1, end)
  if (first !== ascii.openList && first !== ascii.openObject) return endOfPlain(bytes, from, end)
  let depth = 0
  for (let at = from; at < end; at += 1) {
    switch (bytes[at]) {
      case ascii.quote: {
        const behind = endOfString(bytes, at + 1, end)
        if (behind === incomplete) return incomplete
        at = behind - 1
        break
      }
      case ascii.openList:
      case ascii.openObject:
        if (depth === maxDepth) throw new JsonFault(at, note('json.tooDeep', { most: maxDepth }))
        open[depth] = bytes[at] ?? 0
        depth += 1
        break
      case ascii.closeList:
      case ascii.closeObject:
        depth -= 1
        // Each closing bracket's code is its opening one's and two.
        if (bytes[at] !== (open[depth] ?? 0) + 2) throw new JsonFault(at, note('json.bracketMismatch'))
        if (depth === 0) return at + 1
        break
      default:
    }
  }
  return incomplete
}

/** The text of a string whose bytes between the quotes are given. */
export function textOfString(bytes: Buffer, from: number, to: number): string {
  const raw = bytes.toString('utf8', from, to)
  if (!raw.includes('\\')) return raw
  try {
    return String(JSON.parse(`"${raw}"`))
  } catch {
    // An escape nobody knows, or a line end as such: it is kept as it stands.
    return raw
  }
}

/** A value as a cell has it: a string without its quotes, nothing for null and NaN, a list or object without blanks. */
export function textOfValue(bytes: Buffer, from: number, to: number): string {
  const first = bytes[from]
  if (first === ascii.quote) return textOfString(bytes, from + 1, to - 1)
  const raw = bytes.toString('utf8', from, to)
  if (first === ascii.openList || first === ascii.openObject) return compact(raw)
  return raw === 'null' || raw === 'NaN' ? '' : raw
}

function compact(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/gsu, '$1')
}
