/**
 * LZ4 frames (github.com/lz4/lz4, doc/lz4_Frame_format.md 1.6.4 and lz4_Block_format.md), as Feather files are packed
 * by. Checksums are passed over: what is damaged does not fit the table's own account.
 */

const magic = 0x184d2204

/** Throws a plain error where the bytes are no such frame, or unpack to more than `maxBytes`. */
export function unpackLz4(frame: Uint8Array, maxBytes: number): Uint8Array {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (frame.length < 7 || view.getUint32(0, true) !== magic) throw new Error('no LZ4 frame')
  const flags = frame[4] ?? 0
  const [hasBlockChecksums, hasSize, hasDictionary] = [(flags & 16) !== 0, (flags & 8) !== 0, (flags & 1) !== 0]
  let at = 6 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0) + 1
  const declared = hasSize ? Number(view.getBigUint64(6, true)) : 4 * frame.length
  const out = new Growing(Math.min(declared, maxBytes), maxBytes)
  for (;;) {
    const size = view.getUint32(at, true)
    at += 4
    if (size === 0) return out.taken()
    const length = size & 0x7fffffff
    const block = frame.subarray(at, at + length)
    if (block.length < length) throw new Error('an LZ4 block is cut short')
    if (size >= 0x80000000) out.append(block)
    else unpackBlock(block, out)
    at += length + (hasBlockChecksums ? 4 : 0)
  }
}

function unpackBlock(block: Uint8Array, out: Growing): void {
  let at = 0
  const extended = (start: number): number => {
    let length = start
    if (start !== 15) return length
    for (;;) {
      const byte = block[at]
      if (byte === undefined) throw new Error('an LZ4 block is cut short')
      at += 1
      length += byte
      if (byte !== 255) return length
    }
  }
  while (at < block.length) {
    const token = block[at] ?? 0
    at += 1
    const literals = extended(token >> 4)
    if (at + literals > block.length) throw new Error('an LZ4 block is cut short')
    out.append(block.subarray(at, at + literals))
    at += literals
    // The last sequence of a block is literals alone.
    if (at >= block.length) return
    const distance = (block[at] ?? 0) | ((block[at + 1] ?? 0) << 8)
    at += 2
    out.repeat(distance, extended(token & 15) + 4)
  }
}

/** Bytes that grow up to a bound. */
class Growing {
  #bytes: Uint8Array
  #length = 0
  readonly #maxBytes: number

  constructor(expected: number, maxBytes: number) {
    this.#bytes = new Uint8Array(Math.max(64, expected))
    this.#maxBytes = maxBytes
  }

  #reserve(count: number): void {
    const needed = this.#length + count
    if (needed > this.#maxBytes) throw new Error('an LZ4 frame unpacks to too much')
    if (needed <= this.#bytes.length) return
    const larger = new Uint8Array(Math.min(this.#maxBytes, Math.max(needed, 2 * this.#bytes.length)))
    larger.set(this.#bytes.subarray(0, this.#length))
    this.#bytes = larger
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Copies what stands `distance` before the end; the two may overlap, and then it repeats itself. */
  repeat(distance: number, count: number): void {
    if (distance === 0 || distance > this.#length) throw new Error('an LZ4 block points before its beginning')
    this.#reserve(count)
    const from = this.#length - distance
    if (distance >= count) this.#bytes.copyWithin(this.#length, from, from + count)
    else
      for (let index = 0; index < count; index += 1) this.#bytes[this.#length + index] = this.#bytes[from + index] ?? 0
    this.#length += count
  }

  taken(): Uint8Array {
    return this.#bytes.subarray(0, this.#length)
  }
}
