/** Tar archives (POSIX.1-1988 ustar, POSIX.1-2001 pax, GNU long names) read as a stream, with constant memory. */
import { damagedArchive } from './failures.ts'

const blockBytes = 512
/** Names and pax records of an entry; real ones take a few hundred bytes. */
const maxRecordBytes = 1024 * 1024

export interface TarEntry {
  readonly name: string
  readonly isFile: boolean
  readonly bytes: number
  /** To be read to its end, or not at all, before the next entry is asked for. */
  readonly chunks: () => AsyncGenerator<Buffer, void, undefined>
}

/** Its checksum tells a header; archives older than POSIX have no other mark. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < blockBytes || block[0] === 0) return false
  const stated = octal(block.subarray(148, 156))
  if (stated === null) return false
  let sum = 0
  for (let index = 0; index < blockBytes; index += 1) {
    sum += index >= 148 && index < 156 ? 0x20 : (block[index] ?? 0)
  }
  return sum === stated
}

/** Bytes taken from a stream of chunks, as many as are asked for. */
class ByteSource {
  readonly #chunks: AsyncIterator<Buffer>
  #left: Buffer = Buffer.alloc(0)

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** The next bytes, at most `most`; null at the end. */
  async some(most: number): Promise<Buffer | null> {
    while (this.#left.length === 0) {
      const next = await this.#chunks.next()
      if (next.done === true) return null
      this.#left = next.value
    }
    const taken = this.#left.subarray(0, most)
    this.#left = this.#left.subarray(taken.length)
    return taken
  }

  /** Exactly so many, fewer only at the end. */
  async exactly(count: number): Promise<Buffer> {
    const pieces: Buffer[] = []
    for (let missing = count; missing > 0; ) {
      const piece = await this.some(missing)
      if (piece === null) break
      pieces.push(piece)
      missing -= piece.length
    }
    return Buffer.concat(pieces)
  }
}

/** What an entry of its own says of the entry that follows. */
interface Preface {
  name?: string
  bytes?: number
}

/** Throws `damaged_archive` where a header is none or the stream ends within an entry. */
export async function* tarEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<TarEntry, void, undefined> {
  const source = new ByteSource(chunks)
  let preface: Preface = {}
  for (;;) {
    const header = await source.exactly(blockBytes)
    // Two blocks of zeros end an archive; some writers leave them out.
    if (header.length === 0 || header.every((byte) => byte === 0)) return
    if (!isTarHeader(header)) throw damagedArchive('a header of the tar archive is damaged')
    const type = String.fromCharCode(header[156] ?? 0)
    const bytes = preface.bytes ?? sizeOf(header)
    const padding = (blockBytes - (bytes % blockBytes)) % blockBytes
    if (type === 'L' || type === 'x') {
      if (bytes > maxRecordBytes) throw damagedArchive(`a name of ${bytes} bytes`)
      const record = await source.exactly(bytes)
      await skip(source, padding)
      if (type === 'L') preface = { ...preface, name: text(record) }
      else preface = { ...preface, ...paxRecord(record) }
      continue
    }
    let left = bytes
    const read = async function* (): AsyncGenerator<Buffer, void, undefined> {
      while (left > 0) {
        const piece = await source.some(left)
        if (piece === null) throw damagedArchive('the tar archive ends in the middle of a file')
        left -= piece.length
        yield piece
      }
    }
    yield {
      name: preface.name ?? nameOf(header),
      isFile: type === '0' || type === '\0' || type === '7',
      bytes,
      chunks: read,
    }
    preface = {}
    await skip(source, left + padding)
  }
}

async function skip(source: ByteSource, count: number): Promise<void> {
  for (let left = count; left > 0; ) {
    const piece = await source.some(left)
    if (piece === null) return
    left -= piece.length
  }
}

function text(bytes: Buffer): string {
  const end = bytes.indexOf(0)
  return bytes.toString('utf8', 0, end < 0 ? bytes.length : end)
}

function nameOf(header: Buffer): string {
  const name = text(header.subarray(0, 100))
  const isPosix = header.toString('latin1', 257, 263) === 'ustar\0'
  const prefix = isPosix ? text(header.subarray(345, 500)) : ''
  return prefix === '' ? name : `${prefix}/${name}`
}

function octal(field: Buffer): number | null {
  const digits = /^[ \0]*([0-7]+)[ \0]*$/u.exec(field.toString('latin1'))?.[1]
  return digits === undefined ? null : Number.parseInt(digits, 8)
}

/** Sizes over 8 GB are written in base 256 by GNU tar, with the first bit set. */
function sizeOf(header: Buffer): number {
  const field = header.subarray(124, 136)
  if (((field[0] ?? 0) & 0x80) !== 0) return Number(BigInt(`0x${field.toString('hex', 4)}`))
  const size = octal(field)
  if (size === null) throw damagedArchive('a size in the tar archive is damaged')
  return size
}

/** Records `length key=value\n` (POSIX.1-2001, pax). */
function paxRecord(record: Buffer): Preface {
  const found: Preface = {}
  for (let at = 0; at < record.length; ) {
    const space = record.indexOf(0x20, at)
    const length = Number(record.toString('latin1', at, space))
    if (space < 0 || !Number.isInteger(length) || length <= space - at) break
    const [, key, value = ''] = /^([^=]*)=(.*)\n$/su.exec(record.toString('utf8', space + 1, at + length)) ?? []
    if (key === 'path') found.name = value
    if (key === 'size' && /^\d+$/u.test(value)) found.bytes = Number(value)
    at += length
  }
  return found
}
