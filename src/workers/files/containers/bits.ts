/** Bits of a stream of bytes, the highest of each byte first. */
import { damagedArchive } from './failures.ts'

export class BitReader {
  readonly #chunks: AsyncIterator<Buffer>
  #bytes: Buffer = Buffer.alloc(0)
  /** In bits, within `#bytes`. */
  #position = 0
  #ended = false

  constructor(chunks: AsyncIterable<Buffer>) {
    this.#chunks = chunks[Symbol.asyncIterator]()
  }

  /** Whether so many bytes are left. */
  async has(bytes: number): Promise<boolean> {
    await this.ensure(bytes * 8)
    return this.#bytes.length * 8 - this.#position >= bytes * 8
  }

  /** Loads so many bits for `take`, or all that are left. */
  async ensure(count: number): Promise<void> {
    while (!this.#ended && this.#bytes.length * 8 - this.#position < count) {
      const next = await this.#chunks.next()
      if (next.done === true) {
        this.#ended = true
        return
      }
      const consumed = this.#position >> 3
      this.#bytes = Buffer.concat([this.#bytes.subarray(consumed), next.value])
      this.#position -= consumed * 8
    }
  }

  /** At most 24. Throws `damaged_archive` at the end of the stream. */
  async read(count: number): Promise<number> {
    if (this.#bytes.length * 8 - this.#position < count) await this.ensure(count)
    return this.take(count)
  }

  /** At most 24 of those that are loaded. */
  take(count: number): number {
    const end = this.#position + count
    if (end > this.#bytes.length * 8) throw damagedArchive('the bzip2 file ends in the middle')
    const first = this.#position >> 3
    const bytes = this.#bytes
    const word =
      (((bytes[first] ?? 0) << 24) |
        ((bytes[first + 1] ?? 0) << 16) |
        ((bytes[first + 2] ?? 0) << 8) |
        (bytes[first + 3] ?? 0)) >>>
      0
    const value = (word << (this.#position & 7)) >>> (32 - count)
    this.#position = end
    return count === 0 ? 0 : value
  }

  toNextByte(): void {
    this.#position = (this.#position + 7) & ~7
  }
}
