/** Tells how a text file is encoded, from its bytes alone, and gives its text as UTF-8. */

import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { analyse } from 'chardet'
import type { WorkContext } from '../runtime/context.ts'
import { looksLikeBig5, looksLikeShiftJis, westernPage } from './code-pages.ts'
import { type Decoding, decoderOf, hasControlsForLetters, sequenceLength } from './text-decoder.ts'

export interface Encoding extends Decoding {
  /** Bytes of a byte order mark before the text. */
  readonly markBytes: number
  /** Said when the file does not say itself and its bytes leave room for doubt. */
  readonly note: string | null
}

const sampleBytes = 256 * 1024
const chunkBytes = 1024 * 1024

/** From the beginning of a file. UTF-8 found here still has to hold for the rest: see `surveyBytes`. */
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
  const note = 'Control characters stand where Windows-1252 has dashes and quotes, and are read as those.'
  return { ...encoding, controlsAreLetters: true, note }
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
  const [feedsLittle, feedsBig] = wideFeeds(head.subarray(0, length))
  if (feedsLittle && oddZeros > 0.02 * units && evenZeros <= 0.002 * units && little >= 0.9 * oddZeros)
    return 'utf-16le'
  if (feedsBig && evenZeros > 0.02 * units && oddZeros <= 0.002 * units && big >= 0.9 * evenZeros) return 'utf-16be'
  return null
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

/** Drops a character of several bytes that the end of the sample cuts in two. */
function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back)
  }
  return bytes
}

const eastAsian = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['Big5', 'big5'],
  ['GB18030', 'gb18030'],
  ['ISO-2022-JP', 'iso-2022-jp'],
])
const otherSingleByte = new Map([
  ['windows-1251', 'windows-1251'],
  ['ISO-8859-5', 'iso-8859-5'],
  ['KOI8-R', 'koi8-r'],
  ['windows-1253', 'windows-1253'],
  ['ISO-8859-7', 'iso-8859-7'],
  ['windows-1255', 'windows-1255'],
  ['ISO-8859-8', 'iso-8859-8'],
  ['windows-1256', 'windows-1256'],
  ['ISO-8859-6', 'iso-8859-6'],
  ['windows-1250', 'windows-1250'],
  ['ISO-8859-2', 'iso-8859-2'],
  ['windows-1254', 'windows-1254'],
  ['ISO-8859-9', 'iso-8859-9'],
])

/**
 * Not UTF-8. Bytes above 127 that are nearly all valid UTF-8 are a UTF-8 file with damage; otherwise the lines that
 * have such bytes are judged by their letter frequencies. Windows-1252 is what is left: every byte means something in it.
 */
function legacyEncoding(head: Buffer): Encoding {
  const telling = tellingBytes(head)
  const { good, bad } = utf8Characters(head)
  if (good >= 3 && good >= 0.2 * bad) {
    const strays = strayPage(head)
    if (strays !== null) {
      const note = `Most of the text is UTF-8; ${bad} bytes that are not are read as ${pageNames[strays]}.`
      return { label: 'utf-8', markBytes: 0, strays, note }
    }
    if (good >= 10 * bad && good > 10)
      return { label: 'utf-8', markBytes: 0, note: 'Some bytes are not valid UTF-8 and stand as "\ufffd".' }
  }
  if (looksLikeBig5(telling) && replacements(telling, 'big5') <= 1) {
    return { label: 'big5', markBytes: 0, note: 'The text is read as Big5, judged by its characters.' }
  }
  const high = telling.filter((byte) => byte >= 0x80).length
  const matches = analyse(telling)
  for (const match of matches) {
    const wide = eastAsian.get(match.name)
    if (wide !== undefined && match.confidence >= 50 && high >= 6 && replacements(telling, wide) <= 1) {
      return { label: wide, markBytes: 0, note: `The text is read as ${match.name}, judged by its characters.` }
    }
    const narrow = otherSingleByte.get(match.name)
    if (narrow !== undefined && high >= 6 && replacements(telling, narrow) === 0) {
      const foreign = !latinAlphabets.has(narrow)
      // A script of its own is nearly all high bytes; a Latin alphabet with a few accents takes a surer word.
      const sure = foreign ? match.confidence >= 15 && highShare(telling) > 0.4 : match.confidence >= 45
      if (sure) {
        return { label: narrow, markBytes: 0, note: `The text is read as ${match.name}, judged by its letters.` }
      }
    }
    if (match.name === 'windows-1252' || match.name === 'ISO-8859-1') break
  }
  if (looksLikeShiftJis(telling) && replacements(telling, 'shift_jis') <= 1) {
    return { label: 'shift_jis', markBytes: 0, note: 'The text is read as Shift_JIS, judged by its characters.' }
  }
  const label = westernPage(telling)
  return { label, markBytes: 0, note: `The text is not UTF-8 and is read as ${pageNames[label]} (Western European).` }
}

const pageNames = { 'windows-1252': 'Windows-1252', macintosh: 'Mac Roman' } as const

/** Characters of several bytes that are valid UTF-8, and bytes that are part of none. */
function utf8Characters(bytes: Buffer): { good: number; bad: number } {
  let [good, bad] = [0, 0]
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length === 'cut') break
    if (length === 'none') bad += 1
    else if (length > 1) good += 1
    at += length === 'none' ? 1 : length
  }
  return { good, bad }
}

/** The code page of the bytes that are not UTF-8, if they are letters among letters; null where they are mere damage. */
function strayPage(head: Buffer): 'windows-1252' | 'macintosh' | null {
  const strays: Buffer[] = []
  for (let at = 0; at < head.length; ) {
    const length = sequenceLength(head, at)
    if (length === 'cut') break
    if (length === 'none') strays.push(head.subarray(Math.max(0, at - 1), at + 2), Buffer.from(' '))
    at += length === 'none' ? 1 : length
  }
  if (strays.length < 4) return null
  const around = Buffer.concat(strays)
  const page = westernPage(around)
  const text = new TextDecoder(page).decode(around)
  const letters = text.match(/[A-Za-z][\u00df-\u00f6\u00f8-\u00ff][A-Za-z,;\s]/gu)?.length ?? 0
  return letters >= 0.4 * (strays.length / 2) ? page : null
}

const latinAlphabets = new Set(['windows-1250', 'iso-8859-2', 'windows-1254', 'iso-8859-9'])

/** Share of bytes above 127 among the letters. */
function highShare(bytes: Buffer): number {
  let [high, letters] = [0, 0]
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1
    else if ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)) letters += 1
  }
  return high / Math.max(1, high + letters)
}

/** The lines with bytes above 127: a column of numbers says nothing about the encoding and must not dilute it. */
function tellingBytes(head: Buffer): Buffer {
  const lines: Buffer[] = []
  let start = 0
  let bytes = 0
  while (start < head.length && bytes < 64 * 1024) {
    let end = head.indexOf(10, start)
    if (end < 0) end = head.length
    const line = head.subarray(start, end + 1)
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line)
      bytes += line.length
    }
    start = end + 1
  }
  return Buffer.concat(lines)
}

function replacements(bytes: Buffer, label: string): number {
  return new TextDecoder(label).decode(bytes).split('\ufffd').length - 1
}

export interface ByteSurvey {
  readonly utf8: boolean
  /** About where the first bytes are that are not UTF-8. */
  readonly invalidAt: number
  readonly hasNul: boolean
  /** How rows can end as far as bytes tell: every line end LF, every one CRLF, or something else. */
  readonly lineEnds: 'lf' | 'crlf' | 'mixed'
  readonly bytes: number
}

/**
 * One fast look at every byte: the native searches run at gigabytes a second. `onChunk` gets each chunk on the way, and
 * must not keep it.
 */
export async function surveyBytes(
  path: string,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
  onChunk: (bytes: Buffer) => void = () => undefined,
): Promise<ByteSurvey> {
  let [utf8, hasNul] = [true, false]
  let bareFeeds = false
  let [lineFeeds, returns, bytes, invalidAt] = [0, 0, 0, 0]
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(4 * chunkBytes)
    let kept = 0
    for (;;) {
      const { bytesRead } = await file.read(buffer, kept, buffer.length - kept, null)
      if (bytesRead === 0) {
        // What was held back as the start of a character may be a whole one.
        if (kept > 0 && !isUtf8(buffer.subarray(0, kept))) {
          utf8 = false
          invalidAt = bytes - kept
        }
        break
      }
      bytes += bytesRead
      const chunk = buffer.subarray(0, kept + bytesRead)
      const fresh = buffer.subarray(kept, kept + bytesRead)
      const whole = withoutCutCharacter(chunk)
      if (utf8 && !isUtf8(whole)) {
        utf8 = false
        invalidAt = bytes - chunk.length + firstInvalid(whole)
      }
      hasNul ||= fresh.includes(0)
      onChunk(fresh)
      // Counting is the dear part, and most files have no returns to count.
      if (fresh.includes(13)) {
        lineFeeds += countByte(fresh, 10)
        returns += countByte(fresh, 13)
      } else bareFeeds ||= fresh.includes(10)
      onBytes(bytes)
      kept = utf8 ? chunk.length - whole.length : 0
      if (kept > 0) buffer.copyWithin(0, chunk.length - kept, chunk.length)
      await context.yieldToEventLoop()
    }
  } finally {
    await file.close()
  }
  const lineEnds = returns === 0 ? 'lf' : returns === lineFeeds && !bareFeeds ? 'crlf' : 'mixed'
  return { utf8, invalidAt, hasNul, lineEnds, bytes }
}

/** By halving: the start of the first line that is not UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let [low, high] = [0, bytes.length]
  while (high - low > 4096) {
    const middle = (low + high) >> 1
    const whole = withoutCutCharacter(bytes.subarray(low, middle))
    if (isUtf8(whole)) low += whole.length
    else high = middle
  }
  return low
}

function countByte(bytes: Buffer, byte: number): number {
  let count = 0
  for (let index = bytes.indexOf(byte); index !== -1; index = bytes.indexOf(byte, index + 1)) count += 1
  return count
}

/** The first bytes of a file, enough to judge it by. */
export async function readHead(path: string, bytes = sampleBytes): Promise<Buffer> {
  return readBlock(path, 0, bytes)
}

export async function readBlock(path: string, position: number, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(bytes)
    let filled = 0
    while (filled < bytes) {
      const { bytesRead } = await file.read(buffer, filled, bytes - filled, position + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return buffer.subarray(0, filled)
  } finally {
    await file.close()
  }
}

/** The file's text in pieces, without zero characters; invalid bytes become U+FFFD. `onBytes` hears how far it has come. */
export async function* decodedChunks(
  path: string,
  encoding: Encoding,
  context: WorkContext,
  onBytes: (done: number) => void = () => undefined,
): AsyncGenerator<string, void, undefined> {
  const decoder = decoderOf(encoding)
  const stream = createReadStream(path, { start: encoding.markBytes, highWaterMark: chunkBytes })
  let done = encoding.markBytes
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    done += chunk.length
    const text = decoder.decode(chunk, { stream: true })
    if (text !== '') yield text
    onBytes(done)
    await context.yieldToEventLoop()
  }
  const last = decoder.decode()
  if (last !== '') yield last
}
