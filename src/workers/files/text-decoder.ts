/** From bytes to text, piece by piece: by the encoding, without zero characters, and with stray bytes made good. */

import type { Note } from '../../shared/story/note.ts'

/** How a text is to be decoded. */
export interface Decoding {
  /** A label TextDecoder knows. */
  readonly label: string
  /** Bytes that are not valid UTF-8 are characters of this code page: rows of two programs in one file. */
  readonly strays?: 'windows-1252' | 'macintosh'
  /** Control characters are those of Windows-1252: a text of that code page was taken for Latin-1 before it became UTF-8. */
  readonly controlsAreLetters?: boolean
}

export interface Encoding extends Decoding {
  /** Bytes of a byte order mark before the text. */
  readonly markBytes: number
  /** Said when the file does not say itself and its bytes leave room for doubt. */
  readonly note: Note | null
}

export interface PieceDecoder {
  /** `stream`: more is to come, so that a character cut at the end waits for its rest. */
  decode(bytes?: Buffer, options?: { readonly stream?: boolean }): string
}

export function decoderOf({ label, strays, controlsAreLetters = false }: Decoding): PieceDecoder {
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  const mend = strays === undefined ? null : new StrayMender(strays)
  return {
    decode(bytes = Buffer.alloc(0), { stream = false } = {}) {
      const whole = mend === null ? bytes : mend.mend(bytes, !stream)
      const text = withoutNul(decoder.decode(whole, { stream }))
      return controlsAreLetters ? withoutControls(text) : text
    },
  }
}

/** Zero characters are what crashed programs and fixed-size buffers leave in a text; they say nothing. */
export function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

const controls = /[\u0080-\u009f]/gu
const codePage = new TextDecoder('windows-1252')

function withoutControls(text: string): string {
  return text.replaceAll(controls, (control) => codePage.decode(Uint8Array.of(control.charCodeAt(0))))
}

/**
 * Whether a UTF-8 text has dashes and quotes of Windows-1252 as control characters (U+0096 for an en dash), which no
 * text has for their own sake. The next line (U+0085) alone may be one.
 */
export function hasControlsForLetters(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(0xc2); at !== -1; at = bytes.indexOf(0xc2, at + 1)) {
    const second = bytes[at + 1] ?? 0
    if (second >= 0x80 && second <= 0x9f && second !== 0x85) return true
  }
  return false
}

/** Writes bytes that are no part of a UTF-8 character as the character they are in a code page. */
class StrayMender {
  readonly #page: InstanceType<typeof TextDecoder>
  #kept: Buffer = Buffer.alloc(0)

  constructor(page: string) {
    this.#page = new TextDecoder(page)
  }

  mend(bytes: Buffer, isLast: boolean): Buffer {
    const given = this.#kept.length === 0 ? bytes : Buffer.concat([this.#kept, bytes])
    this.#kept = Buffer.alloc(0)
    const pieces: Buffer[] = []
    let from = 0
    let at = 0
    while (at < given.length) {
      const length = sequenceLength(given, at)
      if (length === 'cut' && !isLast) break
      if (typeof length === 'number') at += length
      else {
        pieces.push(given.subarray(from, at), Buffer.from(this.#page.decode(given.subarray(at, at + 1))))
        at += 1
        from = at
      }
    }
    this.#kept = Buffer.from(given.subarray(at))
    pieces.push(given.subarray(from, at))
    return Buffer.concat(pieces)
  }
}

/** Bytes of the UTF-8 character at `at`; what else it is: cut by the end, or none (RFC 3629, without overlong forms). */
export function sequenceLength(bytes: Buffer, at: number): number | 'cut' | 'none' {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (length === 0) return 'none'
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return 'cut'
    if (byte < 0x80 || byte > 0xbf) return 'none'
    if (index === 1 && !secondFits(first, byte)) return 'none'
  }
  return length
}

function secondFits(first: number, second: number): boolean {
  switch (first) {
    case 0xe0:
      return second >= 0xa0
    case 0xed:
      return second <= 0x9f
    case 0xf0:
      return second >= 0x90
    case 0xf4:
      return second <= 0x8f
    default:
      return true
  }
}

/** Drops a character of several bytes that the end of the sample cuts in two. */
export function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}
