/** How a text file is encoded, found from its bytes alone. */
import { isUtf8 } from 'node:buffer'
import { note } from '../../shared/story/note.ts'
import { legacyEncoding } from './legacy-encoding.ts'
import { type Encoding, hasControlsForLetters, withoutCutCharacter } from './text-decoder.ts'

/** From the beginning of a file. UTF-8 found here still has to hold for the rest: see `byte-survey.ts`. */
export function detectEncoding(head: Buffer): Encoding {
  const marked = byteOrderMark(head)
  if (marked !== null) return marked.label === 'utf-8' ? withLetters(marked, head) : marked
  const wide = wideWithoutMark(head)
  if (wide !== null) return { label: wide, markBytes: 0, note: null }
  if (isUtf8(withoutCutCharacter(head))) return withLetters({ label: 'utf-8', markBytes: 0, note: null }, head)
  return legacyEncoding(head)
}

function withLetters(encoding: Encoding, head: Buffer): Encoding {
  if (!hasControlsForLetters(head)) return encoding
  return { ...encoding, controlsAreLetters: true, note: note('text.controlsAreLetters') }
}

function byteOrderMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { label: 'utf-8', markBytes: 3, note: null }
  if (head[0] === 0xff && head[1] === 0xfe) return { label: 'utf-16le', markBytes: 2, note: null }
  if (head[0] === 0xfe && head[1] === 0xff) return { label: 'utf-16be', markBytes: 2, note: null }
  return null
}

/** UTF-16 without a mark: line ends, delimiters and digits have a zero byte beside them, always on the same side. */
function wideWithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(head.length, 64 * 1024) & ~1
  if (length < 4) return null
  let [evenZeros, oddZeros, little, big] = [0, 0, 0, 0]
  for (let index = 0; index < length; index += 2) {
    const [first = 0, second = 0] = [head[index], head[index + 1]]
    if (first === 0) evenZeros += 1
    if (second === 0) oddZeros += 1
    if (second === 0 && isTextByte(first)) little += 1
    if (first === 0 && isTextByte(second)) big += 1
  }
  const units = length / 2
  if (isAsciiWithZeros(head.subarray(0, length), evenZeros + oddZeros)) return null
  const [feedsLittle, feedsBig] = wideFeeds(head.subarray(0, length))
  if (feedsLittle && oddZeros > 0.02 * units && evenZeros <= 0.002 * units && little >= 0.9 * oddZeros)
    return 'utf-16le'
  if (feedsBig && evenZeros > 0.02 * units && oddZeros <= 0.002 * units && big >= 0.9 * evenZeros) return 'utf-16be'
  return null
}

/** Nothing but ASCII and far fewer zeros than every other byte: strays in a text of single bytes. */
function isAsciiWithZeros(bytes: Buffer, zeros: number): boolean {
  return zeros < 0.4 * bytes.length && bytes.every((byte) => byte === 0 || (byte < 0x7f && isTextByte(byte)))
}

/**
 * Whether most line feeds have a zero byte behind them (little end first) or before them. Without, the zeros are strays
 * in a text of single bytes. Both where there is no line feed.
 */
function wideFeeds(bytes: Buffer): [little: boolean, big: boolean] {
  let [feeds, before, behind] = [0, 0, 0]
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) {
    feeds += 1
    if (at % 2 === 0 && bytes[at + 1] === 0) behind += 1
    if (at % 2 === 1 && bytes[at - 1] === 0) before += 1
  }
  return [2 * behind >= feeds, 2 * before >= feeds]
}

function isTextByte(byte: number): boolean {
  return byte >= 32 || byte === 9 || byte === 10 || byte === 13
}
