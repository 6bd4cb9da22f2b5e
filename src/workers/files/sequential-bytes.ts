/** A file's bytes from the first to the last, in pieces of any length: for formats that are read as they are written. */
import type { FileHandle } from 'node:fs/promises'

const bufferBytes = 256 * 1024

/** The file ends before what was asked for. */
export class EndOfBytesError extends Error {
  constructor(at: number) {
    super(`the file ends at ${at}`)
    this.name = 'EndOfBytesError'
  }
}

export class SequentialBytes {
  readonly #file: FileHandle
  /** What was read and not yet taken. */
  #left: Buffer = Buffer.alloc(0)
  #readTo: number

  constructor(file: FileHandle, from = 0) {
    this.#file = file
    this.#readTo = from
  }

  /** Where the next byte to be taken stands in the file. */
  get position(): number {
    return this.#readTo - this.#left.length
  }

  /** Exactly so many bytes; throws an `EndOfBytesError` where there are fewer. They are the caller's to keep. */
  async take(count: number): Promise<Buffer> {
    if (count > this.#left.length) await this.#fill(count)
    const taken = this.#left.subarray(0, count)
    this.#left = this.#left.subarray(count)
    return taken
  }

  /** Passes so many bytes over without reading them. */
  skip(count: number): void {
    if (count <= this.#left.length) {
      this.#left = this.#left.subarray(count)
      return
    }
    this.#readTo += count - this.#left.length
    this.#left = Buffer.alloc(0)
  }

  async #fill(count: number): Promise<void> {
    // A length that a damaged file states is not believed before as many bytes are there.
    const pieces = [this.#left]
    let length = this.#left.length
    while (length < count) {
      const piece = Buffer.allocUnsafe(bufferBytes)
      const { bytesRead } = await this.#file.read(piece, 0, bufferBytes, this.#readTo)
      if (bytesRead === 0) throw new EndOfBytesError(this.#readTo)
      pieces.push(piece.subarray(0, bytesRead))
      this.#readTo += bytesRead
      length += bytesRead
    }
    this.#left = Buffer.concat(pieces, length)
  }
}
