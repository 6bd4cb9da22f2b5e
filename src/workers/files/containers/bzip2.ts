/**
 * bzip2 (Julian Seward; the format as described in "bzip2 format specification", J. Tsai, 2016): a block of at most
 * 900 kB at a time is decoded, its checksum compared and handed on, so that memory stays bounded by the size of blocks.
 */

import { BitReader } from './bits.ts'
import { damagedArchive } from './failures.ts'

const blockMark = 0x314159265359
const endMark = 0x177245385090
const runA = 0
const runB = 1
const symbolsPerTable = 50
const maxCodeBits = 20
const maxTables = 6
/** Bytes of a block a level: a stream names one to nine. */
const blockStep = 100_000
/** Unpacked bytes are handed on in pieces of this size. */
const pieceBytes = 64 * 1024

interface CodeTable {
  /** Symbols in the order of their codes. */
  readonly symbols: Uint16Array
  /** By length of code in bits: the last code of that length, and what leads from a code to its place in `symbols`. */
  readonly last: Int32Array
  readonly offset: Int32Array
  readonly shortest: number
  readonly longest: number
}

/** Several streams one behind the other are one file. Throws `damaged_archive`. `pause` is awaited between pieces. */
export async function* unpackBzip2(
  packed: AsyncIterable<Buffer>,
  pause: () => Promise<void> | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const bits = new BitReader(packed)
  // One for all streams: a hundred thousand of a few bytes each would otherwise take 3.6 MB anew each time.
  let block = new Uint32Array(0)
  for (let streams = 0; ; streams += 1) {
    if (!(await bits.has(4))) {
      if (streams > 0) return
      throw damagedArchive('the bzip2 file ends in the middle')
    }
    const mark = await bits.read(24)
    const level = (await bits.read(8)) - 0x30
    if (mark !== 0x425a68 || level < 1 || level > 9) {
      // Behind a whole stream, other bytes are padding.
      if (streams > 0) return
      throw damagedArchive('no bzip2 stream')
    }
    const blockLength = level * blockStep
    if (block.length < blockLength) block = new Uint32Array(blockLength)
    yield* unpackStream(bits, block.subarray(0, blockLength), pause)
    bits.toNextByte()
  }
}

/** `block` is room for the largest block the stream may have. */
async function* unpackStream(
  bits: BitReader,
  block: Uint32Array,
  pause: () => Promise<void> | undefined,
): AsyncGenerator<Buffer, void, undefined> {
  let combined = 0
  for (;;) {
    const mark = (await bits.read(24)) * 2 ** 24 + (await bits.read(24))
    const stated = (await bits.read(16)) * 2 ** 16 + (await bits.read(16))
    if (mark === endMark) {
      if (stated !== combined >>> 0) throw damagedArchive('the checksum of the bzip2 file does not match its content')
      return
    }
    if (mark !== blockMark) throw damagedArchive('a block of the bzip2 file is damaged')
    const { length, origin } = await readBlock(bits, block, pause)
    const checksum = new Checksum()
    for (const piece of unsorted(block, length, origin)) {
      checksum.push(piece)
      yield piece
      await pause()
    }
    if (checksum.value !== stated) throw damagedArchive('the checksum of a bzip2 block does not match its content')
    combined = ((combined << 1) | (combined >>> 31)) ^ stated
  }
}

/** Fills `block` with the sorted bytes of one block, each in the low 8 bits. */
async function readBlock(
  bits: BitReader,
  block: Uint32Array,
  pause: () => Promise<void> | undefined,
): Promise<{ length: number; origin: number }> {
  if ((await bits.read(1)) === 1) throw damagedArchive('a randomised bzip2 block, as written before 2000')
  const origin = await bits.read(24)
  const used = await readUsedBytes(bits)
  const tableCount = await bits.read(3)
  const selectorCount = await bits.read(15)
  if (tableCount < 2 || tableCount > maxTables || selectorCount < 1) throw damagedArchive('codes of a bzip2 block')
  const selectors = await readSelectors(bits, selectorCount, tableCount)
  const symbolCount = used.length + 2
  const tables: CodeTable[] = []
  for (let index = 0; index < tableCount; index += 1) tables.push(await readTable(bits, symbolCount))
  const endOfBlock = symbolCount - 1
  let length = 0
  let run = 0
  let runBit = 1
  for (let group = 0; ; group += 1) {
    const table = tables[selectors[group] ?? maxTables]
    if (table === undefined) throw damagedArchive('a bzip2 block goes on behind its end')
    await bits.ensure(symbolsPerTable * maxCodeBits)
    await pause()
    for (let count = 0; count < symbolsPerTable; count += 1) {
      const symbol = nextSymbol(bits, table)
      if (symbol === runA || symbol === runB) {
        run += runBit << symbol
        runBit *= 2
        if (run > block.length) throw damagedArchive('a bzip2 block is longer than it may be')
        continue
      }
      if (run > 0) {
        if (length + run > block.length) throw damagedArchive('a bzip2 block is longer than it may be')
        block.fill(used[0] ?? 0, length, length + run)
        length += run
        run = 0
      }
      runBit = 1
      if (symbol === endOfBlock) {
        if (length === 0 || origin >= length) throw damagedArchive('the start of a bzip2 block')
        return { length, origin }
      }
      if (length >= block.length) throw damagedArchive('a bzip2 block is longer than it may be')
      const place = symbol - 1
      const byte = used[place] ?? 0
      used.copyWithin(1, 0, place)
      used[0] = byte
      block[length++] = byte
    }
  }
}

/** The bytes that occur, in order: a bit for each 16, then a bit for each of those. */
async function readUsedBytes(bits: BitReader): Promise<Uint8Array> {
  const groups = await bits.read(16)
  const used: number[] = []
  for (let group = 0; group < 16; group += 1) {
    if ((groups & (0x8000 >> group)) === 0) continue
    const members = await bits.read(16)
    for (let member = 0; member < 16; member += 1) {
      if ((members & (0x8000 >> member)) !== 0) used.push(group * 16 + member)
    }
  }
  if (used.length === 0) throw damagedArchive('a bzip2 block without bytes')
  return Uint8Array.from(used)
}

/** Which table decodes each group of 50 symbols, moved to the front as they are used. */
async function readSelectors(bits: BitReader, count: number, tables: number): Promise<Uint8Array> {
  const order = Array.from({ length: tables }, (_, index) => index)
  const selectors = new Uint8Array(count)
  for (let index = 0; index < count; index += 1) {
    let place = 0
    while ((await bits.read(1)) === 1) {
      place += 1
      if (place >= tables) throw damagedArchive('a selector of a bzip2 block')
    }
    const [table = 0] = order.splice(place, 1)
    order.unshift(table)
    selectors[index] = table
  }
  return selectors
}

async function readTable(bits: BitReader, symbols: number): Promise<CodeTable> {
  const lengths = new Uint8Array(symbols)
  let length = await bits.read(5)
  for (let symbol = 0; symbol < symbols; symbol += 1) {
    for (;;) {
      if (length < 1 || length > maxCodeBits) throw damagedArchive('the length of a code in a bzip2 block')
      if ((await bits.read(1)) === 0) break
      length += (await bits.read(1)) === 0 ? 1 : -1
    }
    lengths[symbol] = length
  }
  return codeTable(lengths)
}

/** Canonical codes: those of one length follow each other, in the order of their symbols. */
function codeTable(lengths: Uint8Array): CodeTable {
  const symbols = new Uint16Array(lengths.length)
  const last = new Int32Array(maxCodeBits + 1).fill(-1)
  const offset = new Int32Array(maxCodeBits + 1)
  let code = 0
  let place = 0
  for (let length = 1; length <= maxCodeBits; length += 1) {
    offset[length] = place - code
    for (const [symbol, own] of lengths.entries()) {
      if (own !== length) continue
      symbols[place++] = symbol
      last[length] = code++
    }
    code <<= 1
  }
  return { symbols, last, offset, shortest: Math.min(...lengths), longest: Math.max(...lengths) }
}

function nextSymbol(bits: BitReader, { symbols, last, offset, shortest, longest }: CodeTable): number {
  let code = bits.take(shortest)
  for (let length = shortest; length <= longest; length += 1) {
    const ofLength = last[length] ?? -1
    if (code <= ofLength) {
      const symbol = symbols[code + (offset[length] ?? 0)]
      if (symbol !== undefined) return symbol
    }
    code = (code << 1) | bits.take(1)
  }
  throw damagedArchive('a code in a bzip2 block')
}

/** Undoes the sorting (Burrows and Wheeler, 1994), then the runs: four equal bytes are followed by how many more. */
function* unsorted(block: Uint32Array, length: number, origin: number): Generator<Buffer, void, undefined> {
  const starts = new Uint32Array(257)
  for (let index = 0; index < length; index += 1)
    starts[((block[index] ?? 0) & 0xff) + 1] = (starts[((block[index] ?? 0) & 0xff) + 1] ?? 0) + 1
  for (let byte = 1; byte <= 256; byte += 1) starts[byte] = (starts[byte] ?? 0) + (starts[byte - 1] ?? 0)
  for (let index = 0; index < length; index += 1) {
    const byte = (block[index] ?? 0) & 0xff
    const place = starts[byte] ?? 0
    starts[byte] = place + 1
    block[place] = ((block[place] ?? 0) | (index << 8)) >>> 0
  }
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = 0
  let position = (block[origin] ?? 0) >>> 8
  let previous = -1
  let repeated = 0
  for (let index = 0; index < length; index += 1) {
    const entry = block[position] ?? 0
    const byte = entry & 0xff
    position = entry >>> 8
    if (repeated === 4) {
      repeated = 0
      for (let left = byte; left > 0; left -= 1) {
        piece[filled++] = previous
        if (filled === pieceBytes) {
          yield piece
          piece = Buffer.allocUnsafe(pieceBytes)
          filled = 0
        }
      }
      previous = -1
      continue
    }
    repeated = byte === previous ? repeated + 1 : 1
    previous = byte
    piece[filled++] = byte
    if (filled === pieceBytes) {
      yield piece
      piece = Buffer.allocUnsafe(pieceBytes)
      filled = 0
    }
  }
  if (filled > 0) yield piece.subarray(0, filled)
}

const polynomial = 0x04c11db7
const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit += 1) value = value < 0 ? (value << 1) ^ polynomial : value << 1
  return value >>> 0
})

/** CRC-32 with the highest bit first, which zlib's has last. */
class Checksum {
  #sum = 0xffffffff

  push(bytes: Buffer): void {
    let sum = this.#sum
    for (const byte of bytes) sum = ((sum << 8) ^ (checksums[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
    this.#sum = sum
  }

  get value(): number {
    return ~this.#sum >>> 0
  }
}
