/** Texts of `.xls` files: in a code page up to Excel 95, in one or two bytes a character since. */
import { TextDecoder } from 'node:util'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxSharedStrings, maxSharedTextBytes } from '../workbook/limits.ts'

/** Excel 5 and 95, or Excel 97 and later. */
export type Biff = 5 | 8

/** Code pages by their number (MS-OE376 2.1.1); one that Node does not know is read as the usual one. */
const labels: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  32768: 'macintosh',
}

export function decoderOf(codePage: number): TextDecoder {
  const label = labels[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252')
  return new TextDecoder(label)
}

/** Characters of one byte are the first 256 of Unicode. */
function characters(bytes: Buffer, from: number, count: number, isWide: boolean): string {
  const end = from + count * (isWide ? 2 : 1)
  return bytes.toString(isWide ? 'utf16le' : 'latin1', from, Math.min(end, bytes.length))
}

/** A text with its length in front, in one byte or two. Gives what is there of one that is cut short. */
export function textAt(bytes: Buffer, at: number, lengthBytes: 1 | 2, biff: Biff, decoder: TextDecoder): string {
  if (at + lengthBytes > bytes.length) return ''
  const length = lengthBytes === 1 ? bytes.readUInt8(at) : bytes.readUInt16LE(at)
  const start = at + lengthBytes
  if (biff === 5) return decoder.decode(bytes.subarray(start, start + length))
  if (start >= bytes.length) return ''
  return characters(bytes, start + 1, length, ((bytes[start] ?? 0) & 1) !== 0)
}

/** Bytes of a record and of those that continue it. */
class Segments {
  readonly #segments: readonly Buffer[]
  #index = 0
  #at = 0

  constructor(segments: readonly Buffer[]) {
    this.#segments = segments
  }

  get #segment(): Buffer | undefined {
    return this.#segments[this.#index]
  }

  /** Moves to a segment with bytes left; false at the end. */
  hasMore(): boolean {
    while (this.#segment !== undefined && this.#at >= this.#segment.length) this.nextSegment()
    return this.#segment !== undefined
  }

  nextSegment(): void {
    this.#index += 1
    this.#at = 0
  }

  byte(): number {
    if (!this.hasMore()) throw new StoryglassError('damaged_workbook', 'the shared strings end in the middle')
    return this.#segment?.[this.#at++] ?? 0
  }

  number(bytes: 2 | 4): number {
    let value = 0
    for (let index = 0; index < bytes; index += 1) value += this.byte() * 256 ** index
    return value
  }

  skip(count: number): void {
    for (let left = count; left > 0 && this.hasMore(); ) {
      const taken = Math.min(left, (this.#segment?.length ?? 0) - this.#at)
      this.#at += taken
      left -= taken
    }
  }

  /** Where a text goes on in the next segment, that begins by saying anew how wide its characters are. */
  text(count: number, flags: number): string {
    let isWide = (flags & 1) !== 0
    let text = ''
    for (let left = count; left > 0; ) {
      const segment = this.#segment
      const unit = isWide ? 2 : 1
      const here = segment === undefined ? 0 : Math.min(left, Math.floor((segment.length - this.#at) / unit))
      if (segment !== undefined && here > 0) {
        text += characters(segment, this.#at, here, isWide)
        this.#at += here * unit
        left -= here
      }
      if (left === 0) break
      this.nextSegment()
      if (this.#segment === undefined)
        throw new StoryglassError('damaged_workbook', 'a shared string ends in the middle')
      isWide = (this.byte() & 1) !== 0
    }
    return text
  }
}

/** A text of Excel 97 and later with its formatting behind it (MS-XLS 2.5.293), which is passed over. */
function richText(segments: Segments): string {
  const length = segments.number(2)
  const flags = segments.byte()
  const runs = (flags & 8) !== 0 ? segments.number(2) : 0
  const extension = (flags & 4) !== 0 ? segments.number(4) : 0
  const text = segments.text(length, flags)
  segments.skip(runs * 4 + extension)
  return text
}

/** The shared strings (MS-XLS 2.4.265) of the record and its continuations, whatever number it states. */
export function readSharedStrings(records: readonly Buffer[]): string[] {
  const segments = new Segments(records)
  segments.number(4)
  const stated = segments.number(4)
  const strings: string[] = []
  let bytes = 0
  while (strings.length < stated && segments.hasMore()) {
    const text = richText(segments)
    bytes += text.length + 32
    if (bytes > maxSharedTextBytes || strings.length >= maxSharedStrings) {
      throw new StoryglassError('too_large', `more shared text than ${maxSharedTextBytes} bytes`)
    }
    strings.push(text)
  }
  return strings
}

/** The text a formula gave, whose characters may go on in further records. */
export function continuedText(records: readonly Buffer[], biff: Biff, decoder: TextDecoder): string {
  const [first] = records
  if (first === undefined) return ''
  if (biff === 5) return textAt(first, 0, 2, biff, decoder)
  const segments = new Segments(records)
  const length = segments.number(2)
  if (length === 0) return ''
  return segments.text(length, segments.byte())
}
