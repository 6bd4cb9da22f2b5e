/** The cases of an SPSS system file, one after another: as they stand, in bytecodes, or in bytecodes packed by zlib. */
import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { StoryglassError } from '../../../shared/failure/failure.ts'
import { maxUnpackRatio } from '../../files/archive-limits.ts'
import { EndOfBytesError } from '../../files/sequential-bytes.ts'
import type { Header } from './dictionary.ts'

const octetBytes = 8
const chunkBytes = 1024 * 1024
/** More than any block of the format unpacks to. */
const maxBlockBytes = 0x400000
const mostBlocks = 1_000_000
/** Below it no ratio is held against a file. What is unpacked stands for up to eight times as much. */
const freeBytes = 16 * 1024 * 1024

interface Piece {
  readonly bytes: Buffer
  /** Share of the file that is read with it. */
  readonly done: number
}

/** Bytes from `from` to `to`, in pieces. */
async function* piecesOf(file: FileHandle, from: number, to: number): AsyncGenerator<Piece> {
  for (let at = from; at < to; ) {
    const piece = Buffer.allocUnsafe(Math.min(chunkBytes, to - at))
    const { bytesRead } = await file.read(piece, 0, piece.length, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield { bytes: piece.subarray(0, bytesRead), done: at / to }
  }
}

const unpack = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate)

/**
 * What a file packed by zlib unpacks to, block by block: a header at `from` says where the blocks are listed. Throws
 * where they are not where they should be.
 */
async function* blocksOf(file: FileHandle, { binary }: Header, from: number, size: number): AsyncGenerator<Piece> {
  const head = await exactly(file, from, 24)
  const listAt = binary.long(head, 8)
  const listBytes = binary.long(head, 16)
  if (listAt < from || listBytes < 24 || listAt + listBytes > size)
    throw new Error('blocks are listed outside the file')
  const list = await exactly(file, listAt, Math.min(listBytes, 24 + 24 * mostBlocks))
  const blocks = Math.min(binary.int(list, 20), Math.floor((list.length - 24) / 24))
  const entry = (block: number, at: number): number => binary.int(list, 24 + 24 * block + at)
  let unpackedBytes = 0
  for (let block = 0; block < blocks; block += 1) unpackedBytes += entry(block, 16)
  if (unpackedBytes > freeBytes + maxUnpackRatio * size) {
    throw new StoryglassError('hostile_content', `${size} bytes that unpack to ${unpackedBytes}`)
  }
  let at = from + 24
  for (let block = 0; block < blocks; block += 1) {
    const packedBytes = entry(block, 20)
    if (packedBytes < 0 || at + packedBytes > listAt) throw new Error('a block outside the data')
    const maxOutputLength = Math.min(maxBlockBytes, Math.max(1, entry(block, 16)))
    const bytes = await unpack(await exactly(file, at, packedBytes), { maxOutputLength })
    at += packedBytes
    yield { bytes, done: at / size }
  }
}

async function exactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await file.read(bytes, 0, length, at)
  if (bytesRead < length) throw new Error('a block outside the file')
  return bytes
}

const code = { padding: 0, end: 252, asItIs: 253, spaces: 254, systemMissing: 255 } as const

/** Fills cases from pieces of whatever length. */
class CaseFiller {
  readonly #header: Header
  readonly #case: Buffer
  readonly #missing = Buffer.alloc(octetBytes)
  readonly #onCase: (bytes: Buffer) => void
  #filled = 0
  /** Of bytecodes: eight, and how many of them are done. */
  #codes: Buffer = Buffer.alloc(0)
  #codesDone = 0
  #isOver = false
  #rest: Buffer = Buffer.alloc(0)

  constructor(header: Header, systemMissing: number, onCase: (bytes: Buffer) => void) {
    this.#header = header
    this.#case = Buffer.alloc(header.octets * octetBytes)
    this.#onCase = onCase
    header.binary.writeDouble(this.#missing, systemMissing, 0)
  }

  /** Nothing of a case begun is left over. */
  get isWhole(): boolean {
    return this.#filled === 0
  }

  push(piece: Buffer): void {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const used = this.#header.packing === 'none' ? this.#pushPlain(bytes) : this.#pushCodes(bytes)
    this.#rest = bytes.subarray(used)
  }

  #pushPlain(bytes: Buffer): number {
    let at = 0
    while (at + octetBytes <= bytes.length) {
      const room = this.#case.length - this.#filled
      const taken = Math.min(room, bytes.length - at - ((bytes.length - at) % octetBytes))
      bytes.copy(this.#case, this.#filled, at, at + taken)
      this.#advance(taken)
      at += taken
    }
    return at
  }

  #pushCodes(bytes: Buffer): number {
    let at = 0
    while (!this.#isOver) {
      if (this.#codesDone === this.#codes.length) {
        if (at + octetBytes > bytes.length) return at
        this.#codes = Buffer.from(bytes.subarray(at, at + octetBytes))
        this.#codesDone = 0
        at += octetBytes
      }
      const next = this.#codes[this.#codesDone] ?? code.padding
      if (next === code.asItIs) {
        if (at + octetBytes > bytes.length) return at
        bytes.copy(this.#case, this.#filled, at, at + octetBytes)
        at += octetBytes
      } else if (next === code.spaces) this.#case.fill(0x20, this.#filled, this.#filled + octetBytes)
      else if (next === code.systemMissing) this.#missing.copy(this.#case, this.#filled)
      else if (next === code.end) this.#isOver = true
      else if (next !== code.padding) {
        this.#header.binary.writeDouble(this.#case, next - this.#header.bias, this.#filled)
      }
      this.#codesDone += 1
      if (next !== code.padding && next !== code.end) this.#advance(octetBytes)
    }
    return bytes.length
  }

  #advance(bytes: number): void {
    this.#filled += bytes
    if (this.#filled < this.#case.length) return
    this.#filled = 0
    this.#onCase(this.#case)
  }
}

export interface CasesAt {
  readonly header: Header
  readonly systemMissing: number
  /** Of the first case, or of what packs them. */
  readonly from: number
  readonly size: number
}

/**
 * `onCase` gets each case's bytes, which are only its own until it returns; `between` is awaited after each piece, with the share of the
 * file that is read. Throws
 * an `EndOfBytesError` where the file ends within a case, or before as many as it says.
 */
export async function eachCase(
  file: FileHandle,
  { header, systemMissing, from, size }: CasesAt,
  onCase: (bytes: Buffer) => void,
  between: (done: number) => Promise<void>,
): Promise<void> {
  let cases = 0
  const most = header.cases ?? Number.MAX_SAFE_INTEGER
  const filler = new CaseFiller(header, systemMissing, (bytes) => {
    if (cases >= most) return
    cases += 1
    onCase(bytes)
  })
  const pieces = header.packing === 'zlib' ? blocksOf(file, header, from, size) : piecesOf(file, from, size)
  for await (const piece of pieces) {
    filler.push(piece.bytes)
    await between(piece.done)
  }
  if (cases < most && (header.cases !== null || !filler.isWhole)) throw new EndOfBytesError(size)
}
